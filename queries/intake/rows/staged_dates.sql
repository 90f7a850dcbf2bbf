-- name: staged_dates()
-- Staged rows by day, dates in numbers (31/01/2024) apart from others that name a day (2024-01-31).
-- Nothing where no date is in numbers: then none can have been turned round.
SELECT numeric_date, counted_on, count(*) AS n
FROM staged
WHERE counted_on IS NOT NULL AND precision <> 'month' AND (SELECT bool_or(numeric_date) FROM staged)
GROUP BY ALL
ORDER BY ALL
