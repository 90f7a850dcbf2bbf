-- name: districts_by_partnership()
-- The districts of every partnership.
SELECT partnership, list(district ORDER BY district) AS districts
FROM partnership_district
GROUP BY partnership
