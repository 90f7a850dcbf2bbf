-- name: scores_of_scorer(scorer)
-- What one scorer has given last for each issue and criterion, in whatever round.
SELECT
    issue, criterion,
    arg_max_null(value, (round, scored_at)) AS value,
    arg_max(reason, (round, scored_at)) AS reason
FROM score
WHERE scorer = $scorer AND round >= 1
GROUP BY issue, criterion
ORDER BY issue, criterion
