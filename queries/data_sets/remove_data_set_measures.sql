-- name: remove_data_set_measures(id)
-- Forget the measures of a data set.
DELETE FROM data_set_measure WHERE data_set = $id
