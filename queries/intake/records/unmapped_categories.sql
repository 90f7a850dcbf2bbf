-- name: unmapped_categories()
-- Categories that no measure is known for, with the current records that carry them, or their counts.
SELECT source, measure_set, category, sum(n)::BIGINT AS n
FROM (
    SELECT source, measure_set, category, 1 AS n
    FROM incident
    WHERE measure = 'unmapped' AND last_extract IS NULL
    UNION ALL
    SELECT source, measure_set, category, coalesce(value, low)
    FROM observation
    WHERE measure = 'unmapped' AND last_extract IS NULL
)
GROUP BY ALL
ORDER BY n DESC, source, category
