-- name: remove_data_set(id)
-- Forget a data set.
DELETE FROM data_set WHERE id = $id
