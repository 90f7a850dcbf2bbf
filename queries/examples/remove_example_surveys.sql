-- name: remove_example_surveys()
-- Remove the example surveys that have no waves of the user's own; after what is found through them.
DELETE FROM survey
WHERE synthetic AND id NOT IN (SELECT survey FROM survey_wave WHERE NOT synthetic)
