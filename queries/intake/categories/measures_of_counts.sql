-- name: measures_of_counts(source)
-- The measures of a source's current counts that tell more than other rows of their tables do.
SELECT DISTINCT measure
FROM observation
WHERE source = $source AND last_extract IS NULL AND apart > 0
ORDER BY measure
