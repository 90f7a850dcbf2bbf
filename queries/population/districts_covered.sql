-- name: districts_covered()
-- Districts that some loaded extract answers for.
SELECT DISTINCT coverage.area AS district
FROM coverage
JOIN extract ON extract.id = coverage.extract
WHERE extract.status = 'loaded' AND coverage.area_kind = 'district'
ORDER BY district
