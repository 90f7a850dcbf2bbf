-- name: force_records(force, districts, measure_sets)
-- Records of a force by source, district and what they are recorded under: months, as 12 × year + month, and the records of each.
-- Where a source says no force, its records of the force's districts count, and those that name no
-- district ('').
SELECT
    source, coalesce(district, '') AS district, measure AS leaf,
    list(12 * year(month) + month(month)) AS months, list(n::BIGINT) AS counts
FROM monthly_district_count
WHERE list_contains($measure_sets::VARCHAR[], measure_set)
    AND (
        force = $force
        OR (
            force IS NULL
            AND (district IS NULL OR list_contains($districts::VARCHAR[], district))
        )
    )
GROUP BY ALL
ORDER BY ALL
