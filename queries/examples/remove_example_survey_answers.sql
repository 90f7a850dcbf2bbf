-- name: remove_example_survey_answers()
-- Remove the answers of the example waves.
DELETE FROM survey_answer
WHERE wave IN (SELECT id FROM survey_wave WHERE synthetic)
