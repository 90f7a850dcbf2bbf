-- name: staged_outcomes()
-- The different outcomes of staged rows, with their rows.
SELECT trim(outcome) AS outcome, count(*) AS n
FROM staged
WHERE outcome IS NOT NULL
GROUP BY ALL
ORDER BY n DESC, outcome
