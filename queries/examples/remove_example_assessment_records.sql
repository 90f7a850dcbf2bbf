-- name: remove_example_assessment_records()
-- Remove the records of example assessments.
DELETE FROM assessment_record
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
