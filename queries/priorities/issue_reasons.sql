-- name: issue_reasons(assessment)
-- Why each issue of an assessment was chosen, or was not.
SELECT issue, reason
FROM issue_reason
WHERE assessment = $assessment
