-- name: forces_covered()
-- Forces that some loaded extract covers as a whole.
SELECT DISTINCT coverage.area AS force
FROM coverage
JOIN extract ON extract.id = coverage.extract
WHERE extract.status = 'loaded' AND coverage.area_kind = 'force'
ORDER BY force
