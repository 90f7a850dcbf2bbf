-- name: move_records_of_extract(extract)
-- Put the records that the extract brought, and their versions, where they lie now.
UPDATE incident
SET district = placed_anew.district, ward = placed_anew.ward
FROM placed_anew
WHERE
    incident.first_extract = $extract
    AND incident.place_key = placed_anew.place_key
    AND (
        incident.district IS DISTINCT FROM placed_anew.district
        OR incident.ward IS DISTINCT FROM placed_anew.ward
    )
