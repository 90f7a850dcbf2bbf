-- name: remove_example_issue_explanations()
-- Remove what is written of why issues of example assessments changed.
DELETE FROM issue_explanation
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
