-- name: extract_with_hash(sha256, source)
-- An extract of the source, still loaded, whose file was the same to the byte.
SELECT id, loaded_at, rows_read, rows_rejected, rows_repeated, months
FROM extract
WHERE sha256 = $sha256 AND source = $source AND status = 'loaded'
ORDER BY id DESC
LIMIT 1
