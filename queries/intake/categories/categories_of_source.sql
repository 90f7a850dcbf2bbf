-- name: categories_of_source(source)
-- The categories of a source, with the measure that their records or counts are under, and how many
-- of these are current.
SELECT category, measure, sum(n)::BIGINT AS n
FROM (
    SELECT category, measure, (last_extract IS NULL)::INT AS n
    FROM incident
    WHERE source = $source
    UNION ALL
    SELECT category, measure, CASE WHEN last_extract IS NULL THEN coalesce(value, low) ELSE 0 END
    FROM observation
    WHERE source = $source
)
GROUP BY ALL
ORDER BY n DESC, category
