-- name: clear_staged_positions()
-- Empty what the positions of staged rows lie in: others are looked for.
DELETE FROM staged_position
