-- name: refused_dates()
-- The date texts that could not be read, or could not be true, and how many rows carry each.
SELECT refused_date, count(*) AS n
FROM staged
WHERE refused_date IS NOT NULL
GROUP BY refused_date
ORDER BY n DESC, refused_date
