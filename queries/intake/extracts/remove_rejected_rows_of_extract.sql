-- name: remove_rejected_rows_of_extract(extract)
-- Remove the rows of the extract that could not be loaded.
DELETE FROM rejected_row WHERE extract = $extract
