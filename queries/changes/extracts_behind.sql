-- name: extracts_behind()
-- Every extract that is loaded, as an answer that rests on it names it.
SELECT id, file_name, source, loaded_at, rows_loaded, synthetic
FROM extract
WHERE status = 'loaded'
ORDER BY id
