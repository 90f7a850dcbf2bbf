-- name: references_current_twice()
-- References with more than one current version in a source: a record counted twice.
SELECT source, reference, count(*) AS n
FROM incident
WHERE last_extract IS NULL AND reference IS NOT NULL
GROUP BY source, reference
HAVING count(*) > 1
