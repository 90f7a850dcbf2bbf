-- name: put_in_district_of_ward(said, districts)
-- Put staged rows that name no place into the districts of their wards.
UPDATE staged
SET place = known.district
FROM (
    SELECT unnest($said::VARCHAR[]) AS said, unnest($districts::VARCHAR[]) AS district
) AS known
WHERE staged.place IS NULL AND staged.ward = known.said
