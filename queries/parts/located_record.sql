-- part: located_record
-- Records with the one ward and LSOA that they count in. A ward is the file's own, by the name that
-- the loaded areas have for it, else that of the LSOA, else of the position; an LSOA the file's own,
-- else that of the position. No position puts a record into another district than its file does.
located AS (
    SELECT
        placed.* EXCLUDE (ward, lsoa, ward_there, lsoa_there),
        coalesce(known_ward.ward, placed.ward, lsoa_ward.ward, ward_there) AS ward,
        coalesce(placed.lsoa, lsoa_there) AS lsoa
    FROM placed
    LEFT JOIN known_ward
        ON known_ward.said = placed.ward AND known_ward.district = placed.district
    LEFT JOIN lsoa_ward ON lsoa_ward.lsoa = placed.lsoa
)
