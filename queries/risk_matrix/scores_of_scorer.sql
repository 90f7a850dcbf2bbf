-- name: scores_of_scorer(scorer)
-- Everything that one scorer has given, in whatever round; what counts of several is the last.
SELECT issue, criterion, value, reason
FROM score_counting
WHERE scorer = $scorer AND round >= 1
ORDER BY round, scored_at
