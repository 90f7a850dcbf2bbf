-- name: covered_by_others(source, measure_set, subject, months)
-- What other sources cover of a subject in some months.
SELECT DISTINCT coverage.source, area_kind, area, month
FROM coverage
JOIN extract ON extract.id = coverage.extract AND extract.status = 'loaded'
WHERE
    coverage.source <> $source
    AND coverage.measure_set = $measure_set
    AND subject = $subject
    AND NOT extract.synthetic
    AND month IN (SELECT unnest($months::DATE[]))
