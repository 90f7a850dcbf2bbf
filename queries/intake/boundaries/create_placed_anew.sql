-- name: create_placed_anew(places, meant)
-- The districts and wards that staged places lie in now; places come with the districts that they mean.
CREATE OR REPLACE TEMP TABLE placed_anew AS
SELECT staged.place_key, staged.ward, meaning.district
FROM staged
LEFT JOIN (
    SELECT unnest($places::VARCHAR[]) AS place, unnest($meant::VARCHAR[]) AS district
) AS meaning USING (place)
