-- name: scale_in_use(assessment, criterion)
-- The steps of a criterion since the last change of scheme; no row where there has been none.
SELECT steps
FROM scale_used
WHERE assessment = $assessment AND criterion = $criterion
ORDER BY used_from DESC
LIMIT 1
