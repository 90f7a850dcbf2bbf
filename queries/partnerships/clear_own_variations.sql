-- name: clear_own_variations(id)
-- Let go of the ordinary variations of a partnership that is removed.
DELETE FROM own_variation
WHERE partnership = $id
