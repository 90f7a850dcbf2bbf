-- name: clear_staged()
-- Empty the staged rows: they are read again, as is known only now.
DELETE FROM staged
