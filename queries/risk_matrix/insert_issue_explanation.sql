-- name: insert_issue_explanation(assessment, issue, text, who)
-- Keep what somebody writes of why an issue changed, as the version after the last.
INSERT INTO issue_explanation BY NAME
SELECT
    $assessment AS assessment, $issue AS issue, coalesce(max(version), 0) + 1 AS version,
    $text AS text, $who AS written_by, now()::TIMESTAMP AS written_at
FROM issue_explanation
WHERE assessment = $assessment AND issue = $issue
