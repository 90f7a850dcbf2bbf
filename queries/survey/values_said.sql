-- name: values_said(most)
-- What is said in each column, the commonest first, at most so many different things of each;
-- with how many cells say anything and how many different things.
WITH counted AS (
    SELECT position, said, count(*) AS n
    FROM survey_cell
    GROUP BY position, said
)
SELECT
    position, said, n, sum(n) OVER of_column AS filled, count(*) OVER of_column AS different
FROM counted
WINDOW of_column AS (PARTITION BY position)
QUALIFY row_number() OVER (PARTITION BY position ORDER BY n DESC, said) <= $most
ORDER BY position, n DESC, said
