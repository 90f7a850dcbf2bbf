-- name: put_places_of_extract(extract)
-- Say where the rows of the extract lie now.
UPDATE extract_place
SET district = placed_anew.district, ward = placed_anew.ward
FROM placed_anew
WHERE extract_place.extract = $extract AND extract_place.place_key = placed_anew.place_key
