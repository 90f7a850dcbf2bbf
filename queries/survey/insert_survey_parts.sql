-- name: insert_survey_parts()
-- Put the parts of cells in the place of the cells.
INSERT INTO survey_cell (response, position, said)
SELECT response, position, said FROM survey_part
