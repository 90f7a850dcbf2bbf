-- name: placed_records(force, districts, measure_sets, area_kind, before, now)
-- Records of a force by source, district and what they are recorded under, in some months before and in others now: all of
-- them, and those that name a ward or an LSOA, as area_kind says. Where a source says no force, its
-- records of the force's districts count, and those that name no district.
WITH counted AS (
    SELECT
        source, coalesce(district, '') AS district, measure AS leaf,
        CASE WHEN list_contains($before::DATE[], month) THEN n ELSE 0 END AS before,
        CASE WHEN list_contains($now::DATE[], month) THEN n ELSE 0 END AS now,
        CASE $area_kind WHEN 'ward' THEN ward ELSE lsoa END IS NOT NULL AS is_placed
    FROM monthly_count
    WHERE list_contains($measure_sets::VARCHAR[], measure_set)
        AND (list_contains($before::DATE[], month) OR list_contains($now::DATE[], month))
        AND (
            force = $force
            OR (
                force IS NULL
                AND (district IS NULL OR list_contains($districts::VARCHAR[], district))
            )
        )
)
SELECT
    source, district, leaf,
    sum(before)::BIGINT AS before,
    coalesce(sum(before) FILTER (is_placed), 0)::BIGINT AS placed_before,
    sum(now)::BIGINT AS now,
    coalesce(sum(now) FILTER (is_placed), 0)::BIGINT AS placed_now
FROM counted
GROUP BY ALL
