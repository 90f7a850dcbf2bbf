-- name: remove_places_of_extract(extract)
-- Forget which rows of the extract are placed by the areas that are loaded.
DELETE FROM extract_place WHERE extract = $extract
