-- name: remove_example_assessments()
-- Remove the example assessments; after everything that is found through them.
DELETE FROM assessment
WHERE synthetic
