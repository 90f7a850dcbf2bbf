-- name: put_in_district_of_lsoa()
-- Put staged rows that name no place into the district of their LSOA, where the areas that are loaded
-- know one.
UPDATE staged
SET place = known.district
FROM (
    SELECT code, min(district) AS district
    FROM (
        SELECT code, district FROM boundary WHERE kind = 'lsoa'
        UNION
        SELECT lsoa, district FROM lsoa_ward
    )
    GROUP BY code
    HAVING count(DISTINCT district) = 1
) AS known
WHERE staged.place IS NULL AND staged.lsoa = known.code
