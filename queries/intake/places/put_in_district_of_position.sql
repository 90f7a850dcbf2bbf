-- name: put_in_district_of_position()
-- Put staged rows that name no place into the district that their position lies in.
UPDATE staged
SET place = staged_position.district
FROM staged_position
WHERE
    staged.place IS NULL
    AND staged.longitude = staged_position.longitude
    AND staged.latitude = staged_position.latitude
