-- name: coverage_of_grounds(ground_kind, grounds, measure_sets)
-- Months that each source covers in some districts or a force, whole and partial, by subject.
WITH latest AS (
    SELECT
        coverage.area AS ground,
        coverage.subject,
        coverage.source,
        coverage.month,
        -- A month that one extract cuts short is whole where another has all of it.
        bool_and(coverage.partial) AS partial,
        bool_or(extract.synthetic) AS synthetic
    FROM coverage
    JOIN extract ON extract.id = coverage.extract
    WHERE extract.status = 'loaded'
        AND coverage.area_kind = $ground_kind
        AND list_contains($grounds::VARCHAR[], coverage.area)
        AND list_contains($measure_sets::VARCHAR[], coverage.measure_set)
    GROUP BY ALL
)
SELECT
    ground,
    subject,
    source,
    bool_or(synthetic) AS synthetic,
    coalesce(list(month) FILTER (NOT partial), []) AS whole,
    coalesce(list(month) FILTER (partial), []) AS partial
FROM latest
GROUP BY ALL
ORDER BY ALL
