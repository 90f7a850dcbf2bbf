-- name: positions_to_place()
-- Each position of records that say no LSOA, or neither a ward nor an LSOA whose ward is known.
SELECT DISTINCT longitude, latitude
FROM incident
LEFT JOIN lsoa_ward USING (lsoa)
WHERE
    longitude IS NOT NULL
    AND (incident.lsoa IS NULL OR (incident.ward IS NULL AND lsoa_ward.lsoa IS NULL))
