-- name: count_survey_fates()
-- How many responses are left out for each reason, and how many count (fate NULL); of these, how
-- many have the number of another response, and how many say the same as another at the same time.
SELECT
    fate, count(*) AS n, count(*) FILTER (is_namesake) AS namesakes,
    count(*) FILTER (is_alike) AS alike
FROM survey_fate
GROUP BY fate
