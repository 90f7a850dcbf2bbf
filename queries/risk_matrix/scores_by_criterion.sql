-- name: scores_by_criterion(assessment)
-- How many scores people have given for each criterion, those that they have taken back left out.
WITH latest AS (
    SELECT criterion, arg_max_null(value, (round, scored_at)) AS value
    FROM score_counting
    WHERE
        assessment = $assessment
        AND scorer NOT IN (SELECT gone.token FROM scorer_taken_out AS gone)
    GROUP BY issue, criterion, scorer
)
SELECT criterion, count(value) AS scores
FROM latest
GROUP BY criterion
HAVING count(value) > 0
ORDER BY criterion
