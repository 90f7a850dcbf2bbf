-- name: put_populations(areas, years, people, source, doubts, loaded_by)
-- Put in how many people live in some districts, in place of what was said of the same years.
INSERT OR REPLACE INTO population
SELECT
    unnest($areas::VARCHAR[]), unnest($years::INTEGER[]), unnest($people::BIGINT[]), $source,
    unnest($doubts::VARCHAR[]), now()::TIMESTAMP, $loaded_by
