-- name: remove_example_priority_settings()
-- Remove the lines and quorums of example assessments.
DELETE FROM priority_setting
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
