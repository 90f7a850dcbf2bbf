-- name: remove_partnership(id)
-- Remove a partnership; its districts are taken out of it separately.
DELETE FROM partnership WHERE id = $id
