-- name: count_kept_for_refused(source)
-- How many current records of a source have the reference of a row that is refused.
SELECT count(*)
FROM incident
SEMI JOIN staged_refused ON staged_refused.reference = incident.reference
WHERE source = $source AND last_extract IS NULL
