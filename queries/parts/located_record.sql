-- part: located_record
-- Records with the one ward and LSOA that they count in. A ward is the file's own, by the name that
-- the loaded areas have for it, else that of the LSOA, else of the position; an LSOA the file's own,
-- else that of the position. No position puts a record into another district than its file does.
located AS (
    SELECT
        recorded.* EXCLUDE (ward, lsoa),
        coalesce(known_ward.ward, recorded.ward, lsoa_ward.ward, placed_position.ward) AS ward,
        coalesce(recorded.lsoa, placed_position.lsoa) AS lsoa
    FROM recorded
    LEFT JOIN known_ward
        ON known_ward.said = recorded.ward AND known_ward.district = recorded.district
    LEFT JOIN lsoa_ward ON lsoa_ward.lsoa = recorded.lsoa
    LEFT JOIN placed_position
        ON placed_position.longitude = recorded.longitude
        AND placed_position.latitude = recorded.latitude
        AND placed_position.district IS NOT DISTINCT FROM coalesce(recorded.district, placed_position.district)
)
