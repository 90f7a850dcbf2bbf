-- name: keep_positions()
-- Keep what the positions of an extract lie in, of those that are not kept yet.
INSERT INTO placed_position BY NAME
SELECT * FROM staged_position
ANTI JOIN placed_position USING (longitude, latitude)
