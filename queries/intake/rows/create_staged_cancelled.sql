-- name: create_staged_cancelled()
-- The temporary table of staged rows that are left out, because they say that there was no crime.
CREATE TEMP TABLE staged_cancelled AS
SELECT reference, counted_on, precision, "force", place, category
FROM staged
WHERE false
