-- name: remove_extract_found(extract)
-- Forget what the extract has found.
DELETE FROM extract_found WHERE extract = $extract
