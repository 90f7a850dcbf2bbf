-- name: next_extract()
-- The number of the extract being loaded.
SELECT nextval('extract_number')::INTEGER
