-- name: rows_of_source_are(source)
-- What the rows of a source's extracts have been: records or counts.
SELECT DISTINCT row_is = 'count' AS is_count
FROM extract
WHERE source = $source AND status = 'loaded'
