-- name: placed_records(force, districts, measure_sets, area_kind, months)
-- Records of a force in some months by source, district and what they are recorded under: all of
-- them, and those that name an area of area_kind. Where a source says no force, its records of the
-- force's districts count, and those that name no district.
WITH kept AS (
    SELECT source, measure_set, measure AS leaf, force, district, month, n, ward, lsoa
    FROM monthly_count
    WHERE $area_kind IN ('ward', 'lsoa')
    UNION ALL
    SELECT source, measure_set, measure AS leaf, force, district, month, n, NULL, NULL
    FROM monthly_district_count
    WHERE $area_kind NOT IN ('ward', 'lsoa')
)
SELECT
    source, coalesce(district, '') AS district, leaf,
    sum(n)::BIGINT AS n,
    coalesce(
        sum(n) FILTER (
            CASE $area_kind WHEN 'ward' THEN ward WHEN 'lsoa' THEN lsoa ELSE district END IS NOT NULL
        ),
        0
    )::BIGINT AS placed
FROM kept
WHERE list_contains($measure_sets::VARCHAR[], measure_set)
    AND list_contains($months::DATE[], month)
    AND (
        force = $force
        OR (
            force IS NULL
            AND (district IS NULL OR list_contains($districts::VARCHAR[], district))
        )
    )
GROUP BY ALL
ORDER BY ALL
