-- name: create_survey_values()
-- The different things said in each column, and how often: what they mean is worked out once for
-- each, and not for every cell.
CREATE OR REPLACE TEMP TABLE survey_value AS
SELECT position, said, count(*) AS n
FROM survey_cell
GROUP BY position, said
