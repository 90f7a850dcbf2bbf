-- name: put_data_set_measure(data_set, place, label, unit, direction, caveat, names)
-- Keep a measure of a data set.
INSERT INTO data_set_measure
VALUES ($data_set, $place, $label, $unit, $direction, $caveat, $names::VARCHAR[])
