-- name: remove_records_of_extract(extract)
-- Remove every version of a record that the extract brought.
DELETE FROM incident WHERE first_extract = $extract
