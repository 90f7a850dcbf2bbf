-- name: count_staged()
-- How many rows are staged.
SELECT count(*) FROM staged
