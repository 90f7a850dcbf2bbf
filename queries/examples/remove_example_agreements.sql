-- name: remove_example_agreements()
-- Remove what authorities have agreed of example assessments.
DELETE FROM agreement
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
