-- name: covered_before(source, area_kind, months)
-- Which areas earlier extracts of a source have covered in some months.
SELECT DISTINCT month, area
FROM coverage
JOIN extract ON extract.id = coverage.extract AND extract.status = 'loaded'
WHERE
    coverage.source = $source
    AND area_kind = $area_kind
    AND month IN (SELECT unnest($months::DATE[]))
