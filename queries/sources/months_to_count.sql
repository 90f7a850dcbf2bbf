-- name: months_to_count()
-- Each source with every month of which it has records, counts or monthly counts.
SELECT source, list(DISTINCT month ORDER BY month) AS months
FROM (
    SELECT source, month FROM monthly_count
    UNION
    SELECT source, month FROM monthly_district_count
    UNION
    SELECT source, date_trunc('month', counted_on)::DATE FROM incident WHERE last_extract IS NULL
    UNION
    SELECT source, period_start FROM observation WHERE last_extract IS NULL
)
GROUP BY source
ORDER BY source
