-- name: answered_for_since(source, extract)
-- The months of staged rows without a reference that later extracts of the source answer for.
SELECT DISTINCT coverage.month
FROM coverage
JOIN extract ON extract.id = coverage.extract
WHERE
    coverage.source = $source
    AND coverage.extract > $extract
    AND extract.status = 'loaded'
    AND coverage.month IN (
        SELECT date_trunc('month', counted_on)::DATE FROM staged WHERE reference IS NULL
    )
ORDER BY coverage.month
