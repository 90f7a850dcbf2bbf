-- name: data_version()
-- How many times the store has been changed; the key of every cache.
SELECT data_version FROM store_state
