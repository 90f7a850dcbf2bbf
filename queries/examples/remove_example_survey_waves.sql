-- name: remove_example_survey_waves()
-- Remove the example waves themselves; after their answers, which are found through them.
DELETE FROM survey_wave
WHERE synthetic
