-- name: data_version()
-- How many times the store has been changed.
SELECT data_version FROM store_state
