-- name: remove_example_survey_options()
-- Remove the options of the questions of the example waves.
DELETE FROM survey_option
WHERE wave IN (SELECT id FROM survey_wave WHERE synthetic)
