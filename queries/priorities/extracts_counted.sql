-- name: extracts_counted()
-- Every extract whose records are counted: which data there were.
SELECT id, source, file_name, strftime(loaded_at, '%Y-%m-%d') AS loaded_on
FROM extract
WHERE status = 'loaded'
ORDER BY id
