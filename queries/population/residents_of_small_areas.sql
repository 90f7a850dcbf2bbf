-- name: residents_of_small_areas(districts)
-- How many people live in each LSOA and ward of some districts, by year: in a ward as its file says,
-- else as its LSOAs add up to. That is known where each of its LSOAs has residents, or is a part or
-- the whole of others in the same ward that have.
WITH known AS (
    SELECT code, year, number, source
    FROM small_area_population
    WHERE counted = 'residents' AND list_contains($districts::VARCHAR[], district)
),
years AS (SELECT DISTINCT year FROM known),
added_up AS (
    SELECT
        lsoa_ward.ward_code AS code, known.year, sum(known.number)::BIGINT AS number,
        any_value(known.source ORDER BY known.source) AS source
    FROM known
    JOIN lsoa_ward ON lsoa_ward.lsoa = known.code
    GROUP BY ALL
),
wanted AS (
    SELECT lsoa_ward.lsoa, lsoa_ward.ward_code, years.year
    FROM lsoa_ward
    CROSS JOIN years
    WHERE lsoa_ward.ward_code IN (SELECT code FROM added_up)
),
-- What an LSOA was or has become.
linked AS (
    SELECT code AS lsoa, target_code AS other FROM area_link WHERE kind = 'lsoa-to-lsoa'
    UNION
    SELECT target_code, code FROM area_link WHERE kind = 'lsoa-to-lsoa'
),
told_by_others AS (
    SELECT wanted.lsoa, wanted.year
    FROM wanted
    JOIN linked ON linked.lsoa = wanted.lsoa AND linked.other <> wanted.lsoa
    LEFT JOIN lsoa_ward AS beside
        ON beside.lsoa = linked.other AND beside.ward_code = wanted.ward_code
    LEFT JOIN known ON known.code = beside.lsoa AND known.year = wanted.year
    GROUP BY ALL
    HAVING count(*) = count(known.code)
),
lacking AS (
    SELECT DISTINCT wanted.ward_code AS code, wanted.year
    FROM wanted
    ANTI JOIN known ON known.code = wanted.lsoa AND known.year = wanted.year
    ANTI JOIN told_by_others
        ON told_by_others.lsoa = wanted.lsoa AND told_by_others.year = wanted.year
)
SELECT code, year, number, source FROM known
UNION ALL
SELECT code, year, number, source
FROM added_up
ANTI JOIN known USING (code, year)
ANTI JOIN lacking USING (code, year)
ORDER BY code, year
