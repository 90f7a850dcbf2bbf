-- name: raise_data_version()
-- Mark that the transaction has changed the store, and return the new version.
UPDATE store_state SET data_version = data_version + 1 RETURNING data_version
