-- name: scores_counting(assessment, round)
-- The latest score of each scorer who is not taken out, for each issue and criterion, up to a round of the workshop.
SELECT
    score.issue, score.criterion, score.scorer,
    any_value(scorer.agency) AS agency,
    any_value(scorer.role) AS role,
    arg_max_null(score.value, (score.round, score.scored_at)) AS value,
    arg_max(score.reason, (score.round, score.scored_at)) AS reason,
    max(score.scored_at) AS scored_at
FROM score_counting AS score
JOIN scorer ON scorer.token = score.scorer AND scorer.assessment = score.assessment
WHERE
    score.assessment = $assessment AND score.round BETWEEN 1 AND $round
    AND score.scorer NOT IN (SELECT gone.token FROM scorer_taken_out AS gone)
GROUP BY score.issue, score.criterion, score.scorer
ORDER BY score.issue, score.criterion, min(scorer.joined_at), score.scorer
