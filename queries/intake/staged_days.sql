-- name: staged_days()
-- Staged rows by month and day of the month, where the source gives days.
SELECT date_trunc('month', counted_on)::DATE AS month, day(counted_on) AS day, count(*) AS n
FROM staged
WHERE precision <> 'month'
GROUP BY ALL
ORDER BY ALL
