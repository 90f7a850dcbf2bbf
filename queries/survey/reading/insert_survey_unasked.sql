-- name: insert_survey_unasked()
-- Remember which responses say of a column that it was not asked, before their cells are removed.
INSERT INTO survey_unasked
SELECT response, position
FROM survey_cell
JOIN survey_silence USING (position, said)
WHERE not_asked
