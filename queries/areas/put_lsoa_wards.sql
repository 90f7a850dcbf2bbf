-- name: put_lsoa_wards(lsoas, wards, codes, districts)
-- Keep the one ward of each LSOA.
INSERT INTO lsoa_ward BY NAME
SELECT
    unnest($lsoas::VARCHAR[]) AS lsoa, unnest($wards::VARCHAR[]) AS ward,
    unnest($codes::VARCHAR[]) AS ward_code, unnest($districts::VARCHAR[]) AS district
