-- name: remove_example_survey_comments()
-- Remove the comments of the example waves.
DELETE FROM survey_comment
WHERE wave IN (SELECT id FROM survey_wave WHERE synthetic)
