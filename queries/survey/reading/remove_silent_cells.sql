-- name: remove_silent_cells()
-- Remove the cells that say that there is no answer.
DELETE FROM survey_cell
WHERE (position, said) IN (SELECT (position, said) FROM survey_silence)
