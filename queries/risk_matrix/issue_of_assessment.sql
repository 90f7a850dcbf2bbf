-- name: issue_of_assessment(assessment, issue)
-- One issue of an assessment, if it has it.
SELECT id
FROM issue
WHERE assessment = $assessment AND id = $issue
