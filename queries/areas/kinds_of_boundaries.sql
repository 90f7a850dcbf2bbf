-- name: kinds_of_boundaries()
-- The kinds of area whose boundaries are loaded.
SELECT DISTINCT kind FROM boundary ORDER BY kind
