-- name: measure_sets_covered()
-- Measure sets that some loaded extract answers for.
SELECT DISTINCT coverage.measure_set
FROM coverage
JOIN extract ON extract.id = coverage.extract
WHERE extract.status = 'loaded'
ORDER BY ALL
