-- name: sources_of_set(measure_set)
-- The sources that have loaded extracts counted in a set of measures.
SELECT DISTINCT source
FROM extract
WHERE measure_set = $measure_set AND status = 'loaded'
ORDER BY source
