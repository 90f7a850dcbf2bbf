-- name: remove_example_rejected_rows()
-- Remove the rows of example extracts that could not be loaded.
DELETE FROM rejected_row
WHERE extract IN (SELECT id FROM extract WHERE synthetic)
