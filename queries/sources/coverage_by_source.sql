-- name: coverage_by_source(districts)
-- What each source covers of some districts by subject and month: in part or whole, alone or in a
-- block of months, and the day on which an extract first had all of it (null if none has).
SELECT
    coverage.source,
    coverage.measure_set,
    coverage.subject,
    coverage.area AS district,
    coverage.month,
    -- A month that one extract cuts short is whole where another has all of it; of counts the
    -- latest table says all that there is of a cell.
    CASE
        WHEN bool_or(extract.row_is = 'count') THEN arg_max(coverage.partial, extract.id)
        ELSE bool_and(coverage.partial AND coverage.known IS NULL)
    END AS partial,
    bool_or(extract.row_is = 'count') AS is_counts,
    min(extract.loaded_at) FILTER (NOT coverage.partial)::DATE AS came
FROM coverage
JOIN extract ON extract.id = coverage.extract
WHERE extract.status = 'loaded'
    AND coverage.area_kind = 'district'
    AND list_contains($districts::VARCHAR[], coverage.area)
GROUP BY ALL
-- Of records that do not say whether they carry a flag, nothing is covered.
HAVING
    bool_or(extract.row_is = 'count')
    OR coalesce(
        len(
            (arg_max({'known': coverage.known}, extract.id)
                FILTER (NOT coverage.partial OR coverage.known IS NOT NULL)).known
        ),
        1
    ) > 0
ORDER BY ALL
