-- name: put_placed_positions(longitudes, latitudes, lsoas, wards, districts)
-- Keep what positions lie in.
INSERT INTO placed_position BY NAME
SELECT
    unnest($longitudes::DOUBLE[]) AS longitude, unnest($latitudes::DOUBLE[]) AS latitude,
    unnest($lsoas::VARCHAR[]) AS lsoa, unnest($wards::VARCHAR[]) AS ward,
    unnest($districts::VARCHAR[]) AS district
