-- name: residents_of_small_areas(districts)
-- How many people live in each LSOA and ward of some districts, by year; in a ward as its file says,
-- else as its LSOAs add up to. That is known where each LSOA that is in the ward has residents, or
-- where each LSOA with residents of its district is in a ward.
WITH known AS (
    SELECT code, year, district, number, source
    FROM small_area_population
    WHERE counted = 'residents' AND list_contains($districts::VARCHAR[], district)
),
years AS (SELECT DISTINCT year FROM known),
unplaced AS (
    SELECT DISTINCT known.district, known.year
    FROM known
    ANTI JOIN lsoa_ward ON lsoa_ward.lsoa = known.code
),
lacking AS (
    SELECT DISTINCT lsoa_ward.ward_code, years.year
    FROM lsoa_ward
    CROSS JOIN years
    ANTI JOIN known ON known.code = lsoa_ward.lsoa AND known.year = years.year
),
added_up AS (
    SELECT
        lsoa_ward.ward_code AS code, known.year, known.district, sum(known.number)::BIGINT AS number,
        any_value(known.source ORDER BY known.source) AS source
    FROM known
    JOIN lsoa_ward ON lsoa_ward.lsoa = known.code
    GROUP BY ALL
)
SELECT code, year, number, source FROM known
UNION ALL
SELECT code, year, number, source
FROM added_up
ANTI JOIN known USING (code, year)
LEFT JOIN unplaced USING (district, year)
LEFT JOIN lacking ON lacking.ward_code = added_up.code AND lacking.year = added_up.year
WHERE unplaced.year IS NULL OR lacking.year IS NULL
ORDER BY code, year
