-- name: count_responses()
-- How many rows of the export could be read.
SELECT count(*) AS n FROM survey_response
