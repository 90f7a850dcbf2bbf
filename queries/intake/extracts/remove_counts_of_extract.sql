-- name: remove_counts_of_extract(extract)
-- Remove every version of a count that the extract brought.
DELETE FROM observation WHERE first_extract = $extract
