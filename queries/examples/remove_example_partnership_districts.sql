-- name: remove_example_partnership_districts()
-- Remove the districts of the example partnerships.
DELETE FROM partnership_district
WHERE partnership IN (SELECT id FROM partnership WHERE synthetic)
