-- name: see_extracts_as_at()
-- Let the extracts be those that had been loaded by then, and are not undone.
CREATE TEMP VIEW extract AS
SELECT * EXCLUDE (kept_row) FROM kept_extract WHERE id <= (SELECT extract FROM as_at)
