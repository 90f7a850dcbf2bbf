-- name: remove_coverage_of_extract(extract)
-- Remove what the extract answered for.
DELETE FROM coverage WHERE extract = $extract
