-- name: measure_set_of_source(source)
-- The set of measures that a source's records are counted in, where it has any.
SELECT DISTINCT measure_set FROM extract WHERE source = $source AND status = 'loaded'
