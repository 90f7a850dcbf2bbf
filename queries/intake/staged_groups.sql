-- name: staged_groups()
-- Staged rows by month, force and place as the file writes it.
SELECT date_trunc('month', counted_on)::DATE AS month, "force", place, count(*) AS n
FROM staged
GROUP BY ALL
ORDER BY ALL
