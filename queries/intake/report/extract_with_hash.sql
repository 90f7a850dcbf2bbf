-- name: extract_with_hash(sha256, source)
-- The latest extract of the source whose file was the same to the byte, if no later one has spoken
-- about any of its months.
SELECT
    id, file_name, loaded_at, loaded_by, rows_read, rows_rejected, rows_repeated, rows_cancelled,
    months, covers
FROM extract
WHERE
    sha256 = $sha256
    AND source = $source
    AND status = 'loaded'
    AND NOT EXISTS (
        SELECT 1
        FROM extract AS later
        WHERE
            later.source = extract.source
            AND later.id > extract.id
            AND later.status = 'loaded'
            AND list_has_any(later.months, extract.months)
    )
ORDER BY id DESC
LIMIT 1
