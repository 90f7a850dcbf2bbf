-- name: mark_staged_places()
-- Let staged rows that are placed by the areas that are loaded know by what.
UPDATE staged
SET place_key = hash(place, ward, beat, lsoa, longitude, latitude)
WHERE
    (place IS NULL OR (beat IS NOT NULL AND ward IS NULL))
    AND coalesce(ward, beat, lsoa, longitude::VARCHAR) IS NOT NULL
