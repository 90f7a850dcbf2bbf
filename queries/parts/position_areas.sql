-- part: position_areas
-- Positions with what they lie in: areas come as numbers into the lists of their names, 0 for none.
SELECT longitude, latitude, lsoa_codes[lsoa] AS lsoa, ward_names[ward] AS ward, district_names[district] AS district
FROM (
    SELECT
        unnest($longitudes::DOUBLE[]) AS longitude, unnest($latitudes::DOUBLE[]) AS latitude,
        unnest($lsoas::INTEGER[]) AS lsoa, unnest($wards::INTEGER[]) AS ward,
        unnest($districts::INTEGER[]) AS district
),
(
    SELECT
        $lsoa_codes::VARCHAR[] AS lsoa_codes, $ward_names::VARCHAR[] AS ward_names,
        $district_names::VARCHAR[] AS district_names
)
