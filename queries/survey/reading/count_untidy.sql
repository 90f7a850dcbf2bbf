-- name: count_untidy()
-- How many different things are said untidily.
SELECT count(*) AS n FROM survey_untidy
