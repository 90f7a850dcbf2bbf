-- name: touched_months(extract)
-- The months in which the extract has added, changed or withdrawn records or counts.
SELECT DISTINCT date_trunc('month', counted_on)::DATE AS month
FROM incident
WHERE first_extract = $extract OR last_extract = $extract
UNION
SELECT period_start
FROM observation
WHERE first_extract = $extract OR last_extract = $extract
ORDER BY month
