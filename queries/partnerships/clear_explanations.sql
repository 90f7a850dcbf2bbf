-- name: clear_explanations(id)
-- Let go of what a partnership that is removed has said of why figures changed.
DELETE FROM change_explanation
WHERE partnership = $id
