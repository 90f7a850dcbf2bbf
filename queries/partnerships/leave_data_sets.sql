-- name: leave_data_sets(id)
-- Leave the data sets of a partnership that is removed to everybody: their records stay.
UPDATE data_set SET partnership = NULL WHERE partnership = $id
