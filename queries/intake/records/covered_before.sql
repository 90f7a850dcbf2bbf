-- name: covered_before(source, area_kind, months)
-- What earlier extracts of a source have covered in some months.
SELECT DISTINCT subject, area, month
FROM coverage
JOIN extract ON extract.id = coverage.extract AND extract.status = 'loaded'
WHERE
    coverage.source = $source
    AND area_kind = $area_kind
    AND month IN (SELECT unnest($months::DATE[]))
