-- name: placed_records(force, districts, measure_sets, area_kind, months)
-- Records of a force in some months by source, district and what they are recorded under: all of
-- them, and those that name a ward or an LSOA, as area_kind says. Where a source says no force, its
-- records of the force's districts count, and those that name no district.
SELECT
    source, coalesce(district, '') AS district, measure AS leaf,
    sum(n)::BIGINT AS n,
    coalesce(
        sum(n) FILTER (CASE $area_kind WHEN 'ward' THEN ward ELSE lsoa END IS NOT NULL), 0
    )::BIGINT AS placed
FROM monthly_count
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
