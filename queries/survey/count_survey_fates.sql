-- name: count_survey_fates()
-- How many responses are left out for each reason, and how many count (fate NULL).
SELECT fate, count(*) AS n FROM survey_fate GROUP BY fate
