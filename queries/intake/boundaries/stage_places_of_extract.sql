-- name: stage_places_of_extract(extract)
-- Stage what the rows of an extract are placed by, once each, to place it anew.
INSERT INTO staged BY NAME
SELECT place_key, place, ward, beat, lsoa, longitude, latitude
FROM place_said
WHERE place_key IN (SELECT place_key FROM extract_place WHERE extract = $extract)
