-- name: staged_outcomes()
-- The different outcomes of staged rows with their statuses, and the rows of each.
SELECT outcome, status, count(*) AS n
FROM staged
WHERE outcome IS NOT NULL OR status IS NOT NULL
GROUP BY ALL
ORDER BY n DESC, outcome, status
