-- name: count_staged_unnamed()
-- How many staged rows have no reference.
SELECT count(*) FROM staged WHERE reference IS NULL
