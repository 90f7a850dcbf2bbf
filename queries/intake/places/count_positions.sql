-- name: count_positions()
-- How many staged rows have a position.
SELECT count(longitude) FROM staged
