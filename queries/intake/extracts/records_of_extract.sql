-- name: records_of_extract(extract)
-- How many records or counts an extract added or gave a new version, and how many it changed or withdrew.
SELECT
    count(*) FILTER (WHERE first_extract = $extract) AS removed,
    count(*) FILTER (WHERE last_extract = $extract) AS restored
FROM (
    SELECT first_extract, last_extract FROM incident
    UNION ALL
    SELECT first_extract, last_extract FROM observation
)
