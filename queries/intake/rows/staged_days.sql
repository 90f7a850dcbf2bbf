-- name: staged_days()
-- Staged rows by month and day of the month, where the source gives days, and cancelled ones.
SELECT date_trunc('month', counted_on)::DATE AS month, day(counted_on) AS day, count(*) AS n
FROM (
    SELECT counted_on, precision FROM staged
    UNION ALL
    SELECT counted_on, precision FROM staged_cancelled
) AS sent
WHERE precision <> 'month'
GROUP BY ALL
ORDER BY ALL
