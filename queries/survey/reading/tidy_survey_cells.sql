-- name: tidy_survey_cells()
-- Take the space from around what is said.
UPDATE survey_cell SET said = survey_untidy.tidy
FROM survey_untidy
WHERE survey_cell.said = survey_untidy.said
