-- name: months_of_categories(source, categories)
-- The months in which a source has current records or counts of some categories.
SELECT DISTINCT date_trunc('month', counted_on)::DATE AS month
FROM incident
WHERE
    source = $source
    AND category IN (SELECT unnest($categories::VARCHAR[]))
    AND last_extract IS NULL
UNION
SELECT period_start
FROM observation
WHERE
    source = $source
    AND category IN (SELECT unnest($categories::VARCHAR[]))
    AND last_extract IS NULL
ORDER BY month
