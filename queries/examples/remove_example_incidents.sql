-- name: remove_example_incidents()
-- Remove every version of a record that an example extract brought.
DELETE FROM incident
WHERE first_extract IN (SELECT id FROM extract WHERE synthetic)
