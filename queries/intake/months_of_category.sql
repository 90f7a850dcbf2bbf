-- name: months_of_category(source, category)
-- The months in which a source has current records or counts of a category.
SELECT DISTINCT date_trunc('month', counted_on)::DATE AS month
FROM incident
WHERE source = $source AND category = $category AND last_extract IS NULL
UNION
SELECT period_start
FROM observation
WHERE source = $source AND category = $category AND last_extract IS NULL
ORDER BY month
