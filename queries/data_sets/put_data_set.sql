-- name: put_data_set(id, partnership, label, kind, owner, defined_by)
-- Keep a data set that a partnership has defined; its measures are kept beside it.
INSERT INTO data_set
VALUES ($id, $partnership, $label, $kind, $owner, now()::TIMESTAMP, $defined_by)
