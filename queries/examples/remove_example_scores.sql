-- name: remove_example_scores()
-- Remove the scores given in example assessments.
DELETE FROM score
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
