-- name: score_stands(issue, criterion, round, scorer, value, reason)
-- Whether what a scorer gives is what they gave last in this round, on the steps in use.
SELECT
    coalesce(
        arg_max(value IS NOT DISTINCT FROM $value::INTEGER AND reason = $reason, scored_at),
        false
    ) AS stands
FROM score_counting
WHERE scorer = $scorer AND issue = $issue AND criterion = $criterion AND round = $round
