-- name: remove_example_coverage()
-- Remove what the example extracts answered for.
DELETE FROM coverage
WHERE extract IN (SELECT id FROM extract WHERE synthetic)
