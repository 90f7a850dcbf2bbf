-- name: remove_example_memberships()
-- Remove who has which role in the example partnerships; before these, through which they are found.
DELETE FROM membership
WHERE partnership IN (SELECT id FROM partnership WHERE synthetic)
