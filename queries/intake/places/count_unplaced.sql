-- name: count_unplaced()
-- How many staged rows name no place.
SELECT count(*) FROM staged WHERE place IS NULL
