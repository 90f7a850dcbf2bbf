-- name: months_counted()
-- Each source with the months that it has records of.
SELECT source, list(DISTINCT month ORDER BY month) AS months
FROM monthly_count
GROUP BY source
ORDER BY source
