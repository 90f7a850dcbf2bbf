-- name: remove_blank_cells()
-- Remove the cells that say nothing.
DELETE FROM survey_cell WHERE said = ''
