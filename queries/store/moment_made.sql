-- name: moment_made()
-- When the store was made, to the microsecond: its copies hold the same.
SELECT applied FROM migration WHERE number = 1
