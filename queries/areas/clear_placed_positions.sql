-- name: clear_placed_positions()
-- Forget where positions lie, to be worked out anew.
DELETE FROM placed_position
