-- name: remove_parted_cells()
-- Remove the cells whose parts stand in their place.
DELETE FROM survey_cell WHERE position IN (SELECT DISTINCT position FROM survey_part)
