-- name: forget_places_said()
-- Forget what no extract's rows are placed by any more.
DELETE FROM place_said WHERE place_key NOT IN (SELECT place_key FROM extract_place)
