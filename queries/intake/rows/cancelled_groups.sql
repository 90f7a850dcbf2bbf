-- name: cancelled_groups()
-- Cancelled rows by month, force, place and category as the file writes them.
SELECT date_trunc('month', counted_on)::DATE AS month, "force", place, category, count(*) AS n
FROM staged_cancelled
GROUP BY ALL
ORDER BY ALL
