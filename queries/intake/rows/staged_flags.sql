-- name: staged_flags()
-- The different things that the flag columns of staged rows say in each month, with their rows.
SELECT flag_text, date_trunc('month', counted_on)::DATE AS month, count(*) AS n
FROM staged
WHERE flag_text <> ''
GROUP BY ALL
ORDER BY ALL
