-- name: records_by_district(forces, districts, measure_sets)
-- Records of some forces and districts by source, force, district ('' where none is said) and what
-- they are recorded under, and once more by each flag they carry: months, as 12 × year + month, and the
-- records of each. Those that say neither force nor district are among them.
SELECT
    source, coalesce(force, '') AS force, coalesce(district, '') AS district, measure AS leaf,
    list(12 * year(month) + month(month)) AS months, list(n::BIGINT) AS counts
FROM monthly_district_count
WHERE list_contains($measure_sets::VARCHAR[], measure_set)
    AND (
        list_contains($forces::VARCHAR[], force)
        OR list_contains($districts::VARCHAR[], district)
        OR (force IS NULL AND district IS NULL)
    )
GROUP BY ALL
ORDER BY ALL
