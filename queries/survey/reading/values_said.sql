-- name: values_said(most)
-- What is said in each column, the commonest first, at most so many different things of each;
-- with how many cells say anything and how many different things.
SELECT
    position, said, n, sum(n) OVER of_column AS filled, count(*) OVER of_column AS different
FROM survey_value
WINDOW of_column AS (PARTITION BY position)
QUALIFY row_number() OVER (PARTITION BY position ORDER BY n DESC, said) <= $most
ORDER BY position, n DESC, said
