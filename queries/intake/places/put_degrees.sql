-- name: put_degrees(eastings, northings, longitudes, latitudes, are_near)
-- Give staged rows the longitude and latitude of their position on the grid; one that is not near
-- to the land is none.
UPDATE staged
SET
    longitude = CASE WHEN is_near THEN degrees.longitude END,
    latitude = CASE WHEN is_near THEN degrees.latitude END,
    position_fault = CASE WHEN is_near THEN NULL ELSE 'outside' END
FROM (
    SELECT
        unnest($eastings::DOUBLE[]) AS easting, unnest($northings::DOUBLE[]) AS northing,
        unnest($longitudes::DOUBLE[]) AS longitude, unnest($latitudes::DOUBLE[]) AS latitude,
        unnest($are_near::BOOLEAN[]) AS is_near
) AS degrees
WHERE staged.easting = degrees.easting AND staged.northing = degrees.northing
