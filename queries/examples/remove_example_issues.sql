-- name: remove_example_issues()
-- Remove the issues of example assessments.
DELETE FROM issue
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
