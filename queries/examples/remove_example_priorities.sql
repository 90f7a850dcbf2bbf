-- name: remove_example_priorities()
-- Remove the priorities of example assessments.
DELETE FROM priority
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
