-- name: remove_example_issue_reasons()
-- Remove the reasons for issues of example assessments.
DELETE FROM issue_reason
WHERE assessment IN (SELECT id FROM assessment WHERE synthetic)
