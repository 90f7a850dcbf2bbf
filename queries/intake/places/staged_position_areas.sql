-- name: staged_position_areas()
-- Staged rows with a position that was looked for, by what they name (place, ward) and by what the
-- position lies in (district, ward, or nothing).
SELECT
    staged.place, staged.ward, staged_position.district, staged_position.ward AS ward_there,
    coalesce(staged_position.lsoa, staged_position.ward, district) IS NOT NULL AS is_inside,
    count(*) AS n
FROM staged
JOIN staged_position USING (longitude, latitude)
GROUP BY ALL
ORDER BY ALL
