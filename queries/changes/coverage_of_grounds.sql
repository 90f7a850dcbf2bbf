-- name: coverage_of_grounds(ground_kind, grounds, measure_sets)
-- Months that each source covers in some districts or a force, whole and partial, by subject.
-- What was loaded last has the highest number: a clock may be set back between two loads.
WITH latest AS (
    SELECT
        coverage.area AS ground,
        coverage.subject,
        coverage.source,
        coverage.month,
        -- A month that was cut short by one extract may be completed by a later one.
        arg_max(coverage.partial, extract.id) AS partial,
        bool_or(extract.synthetic) AS synthetic,
        max(extract.id) AS last_extract
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
    max(last_extract) AS last_extract,
    coalesce(list(month) FILTER (NOT partial), []) AS whole,
    coalesce(list(month) FILTER (partial), []) AS partial
FROM latest
GROUP BY ALL
ORDER BY ALL
