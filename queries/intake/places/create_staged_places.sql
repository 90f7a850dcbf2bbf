-- name: create_staged_places()
-- What tells the district or the ward of staged rows only by the areas that are loaded, each once: no
-- place of their own, or a police beat and no ward. A key stands for it.
CREATE TEMP TABLE staged_place AS
SELECT DISTINCT
    hash(place, ward, beat, lsoa, longitude, latitude) AS place_key, place, ward, beat, lsoa, longitude,
    latitude
FROM staged
WHERE
    (place IS NULL OR (beat IS NOT NULL AND ward IS NULL))
    AND coalesce(ward, beat, lsoa, longitude::VARCHAR) IS NOT NULL
