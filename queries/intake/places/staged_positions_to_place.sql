-- name: staged_positions_to_place()
-- Each position of the staged rows that say no district, no LSOA, or neither a ward nor an LSOA whose
-- ward is known.
SELECT DISTINCT longitude, latitude
FROM staged
LEFT JOIN lsoa_ward USING (lsoa)
WHERE
    longitude IS NOT NULL
    AND (
        staged.place IS NULL OR staged.lsoa IS NULL OR (staged.ward IS NULL AND lsoa_ward.lsoa IS NULL)
    )
