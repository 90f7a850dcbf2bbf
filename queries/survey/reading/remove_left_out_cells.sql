-- name: remove_left_out_cells()
-- Remove what the responses say that do not count.
DELETE FROM survey_cell
WHERE response IN (SELECT response FROM survey_fate WHERE fate IS NOT NULL)
