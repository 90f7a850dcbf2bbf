-- name: remove_example_areas()
-- Forget the names of small areas that only example records are in.
DELETE FROM area
WHERE
    code IN (
        SELECT lsoa FROM incident
        WHERE first_extract IN (SELECT id FROM extract WHERE synthetic)
    )
    AND NOT EXISTS (
        SELECT 1 FROM incident
        WHERE
            incident.lsoa = area.code
            AND first_extract NOT IN (SELECT id FROM extract WHERE synthetic)
    )
