-- name: put_staged_positions(longitudes, latitudes, lsoas, wards, districts)
-- Say what the positions of the staged rows lie in.
INSERT INTO staged_position BY NAME
SELECT
    unnest($longitudes::DOUBLE[]) AS longitude, unnest($latitudes::DOUBLE[]) AS latitude,
    unnest($lsoas::VARCHAR[]) AS lsoa, unnest($wards::VARCHAR[]) AS ward,
    unnest($districts::VARCHAR[]) AS district
