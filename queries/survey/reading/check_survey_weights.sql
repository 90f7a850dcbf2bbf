-- name: check_survey_weights(position)
-- Of the responses that count: how many have a weight, and how many one that is no number or is
-- less than 0.
SELECT
    count(*) AS filled,
    count(*) FILTER (
        try_cast(said AS DOUBLE) IS NULL OR NOT isfinite(try_cast(said AS DOUBLE))
        OR try_cast(said AS DOUBLE) < 0
    ) AS wrong
FROM survey_cell
WHERE position = $position::INTEGER
