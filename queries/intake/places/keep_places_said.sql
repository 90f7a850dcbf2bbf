-- name: keep_places_said()
-- Keep what tells the place of rows that are placed by the areas that are loaded, if it is not kept yet.
INSERT INTO place_said BY NAME
SELECT staged_place.*
FROM staged_place
SEMI JOIN staged USING (place_key)
ANTI JOIN place_said USING (place_key)
