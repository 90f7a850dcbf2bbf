-- name: remove_example_workshops()
-- Remove the workshops of example assessments.
DELETE FROM workshop
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
