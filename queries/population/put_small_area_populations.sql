-- name: put_small_area_populations(codes, years, districts, numbers, counted, source)
-- Put in how many residents, or households, small areas have.
INSERT OR REPLACE INTO small_area_population BY NAME
SELECT
    unnest($codes::VARCHAR[]) AS code, unnest($years::INTEGER[]) AS year, $counted AS counted,
    unnest($districts::VARCHAR[]) AS district, unnest($numbers::BIGINT[]) AS number,
    $source AS source
