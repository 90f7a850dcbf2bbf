-- name: remove_example_partnerships()
-- Remove the example partnerships; after their districts, which are found through them.
DELETE FROM partnership
WHERE synthetic
