-- name: unmapped_categories()
-- Categories that no measure is known for, with the current records that carry them.
SELECT source, measure_set, category, count(*) AS n
FROM incident
WHERE measure = 'unmapped' AND last_extract IS NULL
GROUP BY ALL
ORDER BY n DESC, source, category
