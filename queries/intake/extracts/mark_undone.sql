-- name: mark_undone(extract)
-- Let the extract's own line say that it has been undone.
UPDATE extract SET status = 'undone' WHERE id = $extract
