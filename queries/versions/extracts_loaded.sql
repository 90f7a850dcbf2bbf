-- name: extracts_loaded()
-- The extracts that are loaded and not undone, the latest first, with how many came after each.
SELECT id, file_name, loaded_at, row_number() OVER (ORDER BY id DESC) - 1 AS later
FROM extract
WHERE status = 'loaded'
ORDER BY id DESC
