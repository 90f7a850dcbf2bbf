-- name: categories_of_source(source)
-- The categories of a source, with the measure that their records are under and those current.
SELECT category, measure, count(*) FILTER (WHERE last_extract IS NULL) AS n
FROM incident
WHERE source = $source
GROUP BY ALL
ORDER BY n DESC, category
