-- name: sources_counted()
-- Every source that has loaded extracts, and what it is counted in.
SELECT source, min(measure_set) AS measure_set
FROM extract
WHERE status = 'loaded'
GROUP BY source
ORDER BY source
