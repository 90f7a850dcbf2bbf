-- name: remove_example_scorers()
-- Remove whoever has joined the scoring of an example assessment.
DELETE FROM scorer
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
