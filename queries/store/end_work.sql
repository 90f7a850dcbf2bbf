-- name: end_work(id)
-- Note down that a piece of long work is done or was refused: it was not cut short.
DELETE FROM interruption WHERE id = $id
