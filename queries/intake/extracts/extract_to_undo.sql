-- name: extract_to_undo(extract)
-- What must be known of an extract before it is undone.
SELECT file_name, source, synthetic, status, rows_rejected FROM extract WHERE id = $extract
