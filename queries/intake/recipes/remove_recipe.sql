-- name: remove_recipe(name)
-- Forget what was decided under a name, and what it was before.
DELETE FROM recipe WHERE name = $name
