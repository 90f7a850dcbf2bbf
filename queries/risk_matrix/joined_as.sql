-- name: joined_as(assessment, agency, role)
-- When scorers of one agency and role joined a workshop, and how much each has dealt with.
SELECT
    scorer.joined_at,
    count(DISTINCT (score.issue, score.criterion)) FILTER (score.round >= 1) AS scored
FROM scorer
LEFT JOIN score_counting AS score
    ON score.scorer = scorer.token AND score.assessment = scorer.assessment
WHERE
    scorer.assessment = $assessment
    AND lower(scorer.agency) = lower($agency)
    AND lower(scorer.role) = lower($role)
GROUP BY scorer.token, scorer.joined_at
ORDER BY scorer.joined_at, scorer.token
