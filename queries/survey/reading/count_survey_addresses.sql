-- name: count_survey_addresses()
-- From how many network addresses the responses came that count, as far as the export says.
SELECT count(DISTINCT address) AS addresses, count(address) AS responses
FROM survey_response
WHERE response IN (SELECT response FROM survey_fate WHERE fate IS NULL)
