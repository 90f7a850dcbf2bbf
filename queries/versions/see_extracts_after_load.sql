-- name: see_extracts_after_load()
-- Let the extract that is being checked be among those that are loaded.
CREATE TEMP VIEW extract AS
SELECT * EXCLUDE (kept_row) FROM kept_extract
UNION ALL BY NAME
SELECT * FROM new_extract
