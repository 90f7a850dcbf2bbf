-- name: judgements_counting(assessment)
-- The latest judgement made at a desk for each issue and criterion, one taken back among them.
SELECT
    issue, criterion,
    arg_max_null(value, scored_at) AS value,
    arg_max(reason, scored_at) AS reason,
    arg_max(scorer, scored_at) AS who,
    arg_max_null(evidence_value, scored_at) AS evidence_value,
    max(scored_at) AS scored_at
FROM score_counting AS score
WHERE assessment = $assessment AND round = 0
GROUP BY issue, criterion
ORDER BY issue, criterion
