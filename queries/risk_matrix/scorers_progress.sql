-- name: scorers_progress(assessment, round)
-- How much each scorer has dealt with, in all and in one round, the first to join first.
SELECT
    scorer.agency, scorer.role, scorer.joined_at,
    count(DISTINCT (score.issue, score.criterion)) FILTER (score.round >= 1) AS scored,
    count(DISTINCT (score.issue, score.criterion)) FILTER (score.round = $round) AS in_round,
    scorer.token IN (SELECT gone.token FROM scorer_taken_out AS gone) AS is_out
FROM scorer
LEFT JOIN score_counting AS score
    ON score.scorer = scorer.token AND score.assessment = scorer.assessment
WHERE scorer.assessment = $assessment
GROUP BY scorer.token, scorer.agency, scorer.role, scorer.joined_at
ORDER BY scorer.joined_at, scorer.token
