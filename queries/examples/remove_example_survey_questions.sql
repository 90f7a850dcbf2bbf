-- name: remove_example_survey_questions()
-- Remove the questions of the example waves.
DELETE FROM survey_question
WHERE wave IN (SELECT id FROM survey_wave WHERE synthetic)
