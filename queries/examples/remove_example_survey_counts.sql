-- name: remove_example_survey_counts()
-- Remove the answers by option of the example waves.
DELETE FROM survey_count
WHERE wave IN (SELECT id FROM survey_wave WHERE synthetic)
