-- name: create_as_at(extract)
-- The extract after which the store is looked at, for what else is read as it stood then.
CREATE TEMP TABLE as_at AS SELECT $extract::INTEGER AS extract
