-- name: districts_looked_at()
-- The districts of partnerships, by name.
SELECT DISTINCT district FROM partnership_district ORDER BY district
