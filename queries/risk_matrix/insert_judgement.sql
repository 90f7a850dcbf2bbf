-- name: insert_judgement(assessment, issue, criterion, value, reason, evidence_value, who)
-- Keep what was judged at a desk if the assessment is a draft and has the issue; else no row.
INSERT INTO score BY NAME
WITH earlier AS (
    SELECT max(scored_at) AS at
    FROM score
    WHERE assessment = $assessment AND issue = $issue AND criterion = $criterion AND round = 0
)
SELECT
    assessment.id AS assessment, issue.id AS issue, $criterion AS criterion, 0 AS round,
    $who AS scorer, $value::INTEGER AS value, $reason AS reason,
    $evidence_value::DOUBLE AS evidence_value,
    -- Whatever the clock says, after the scale on which it is scored came into use.
    greatest(
        now()::TIMESTAMP, earlier.at + INTERVAL 1 MICROSECOND,
        (SELECT max(scale_used.used_from) FROM scale_used)
    ) AS scored_at
FROM assessment
JOIN issue ON issue.assessment = assessment.id AND issue.id = $issue
CROSS JOIN earlier
WHERE assessment.id = $assessment AND assessment.status = 'draft'
RETURNING scored_at
