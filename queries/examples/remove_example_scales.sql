-- name: remove_example_scales()
-- Remove which scales example assessments have used.
DELETE FROM scale_used
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
