-- name: put_populations(areas, years, counted, numbers, source, doubts, loaded_by)
-- Put in how many residents, or households, districts have, in place of what was said of the same years.
INSERT OR REPLACE INTO population
SELECT
    unnest($areas::VARCHAR[]), unnest($years::INTEGER[]), $counted, unnest($numbers::BIGINT[]), $source,
    unnest($doubts::VARCHAR[]), now()::TIMESTAMP, $loaded_by
