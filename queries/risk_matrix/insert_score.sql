-- name: insert_score(scorer, issue, criterion, value, reason)
-- Keep a score if the scorer's workshop is open and has the issue; no row where it is not.
INSERT INTO score BY NAME
WITH earlier AS (
    SELECT max(score.scored_at) AS at
    FROM score
    JOIN scorer ON scorer.token = score.scorer AND scorer.assessment = score.assessment
    WHERE scorer.token = $scorer AND score.issue = $issue AND score.criterion = $criterion
)
SELECT
    scorer.assessment, issue.id AS issue, $criterion AS criterion, workshop.round,
    scorer.token AS scorer, $value::INTEGER AS value, $reason AS reason,
    NULL::DOUBLE AS evidence_value,
    -- The last to be kept is the latest, whatever the machine's clock does between the two.
    greatest(now()::TIMESTAMP, earlier.at + INTERVAL 1 MICROSECOND) AS scored_at
FROM scorer
JOIN workshop ON workshop.assessment = scorer.assessment AND workshop.state = 'open'
JOIN issue ON issue.assessment = scorer.assessment AND issue.id = $issue
CROSS JOIN earlier
WHERE scorer.token = $scorer
RETURNING round
