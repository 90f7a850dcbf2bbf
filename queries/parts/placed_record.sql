-- part: placed_record
-- Records with what their positions lie in, where those were looked for.
placed AS (
    SELECT
        recorded.* EXCLUDE (longitude, latitude),
        placed_position.ward AS ward_there,
        placed_position.lsoa AS lsoa_there
    FROM recorded
    LEFT JOIN placed_position
        ON placed_position.longitude = recorded.longitude
        AND placed_position.latitude = recorded.latitude
        AND placed_position.district IS NOT DISTINCT FROM coalesce(recorded.district, placed_position.district)
)
