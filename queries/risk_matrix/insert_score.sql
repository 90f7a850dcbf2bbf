-- name: insert_score(assessment, issue, criterion, round, scorer, value, reason)
-- Keep what a scorer gave. Without joins: planning those took longer than all else in a save.
INSERT INTO score BY NAME
SELECT
    $assessment AS assessment, $issue AS issue, $criterion AS criterion, $round AS round,
    $scorer AS scorer, $value::INTEGER AS value, $reason AS reason,
    NULL::DOUBLE AS evidence_value,
    -- The last to be kept is the latest, whatever the machine's clock does between the two.
    greatest(
        now()::TIMESTAMP, (SELECT max(score.scored_at) FROM score) + INTERVAL 1 MICROSECOND,
        (SELECT max(scale_used.used_from) FROM scale_used)
    ) AS scored_at
