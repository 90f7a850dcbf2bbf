-- name: real_sources()
-- Every source that has loaded extracts, but for those of the examples.
SELECT DISTINCT source FROM extract WHERE status = 'loaded' AND NOT synthetic ORDER BY source
