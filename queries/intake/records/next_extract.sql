-- name: next_extract()
-- Take the number of the extract being loaded; undone with the transaction, it was never taken.
UPDATE store_state
SET last_extract = last_extract + 1
RETURNING last_extract
