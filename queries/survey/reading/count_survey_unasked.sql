-- name: count_survey_unasked()
-- How many responses that count say of each column that it was not asked.
SELECT position, count(*) AS n
FROM survey_unasked
WHERE response NOT IN (SELECT response FROM survey_fate WHERE fate IS NOT NULL)
GROUP BY position
ORDER BY position
