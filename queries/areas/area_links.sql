-- name: area_links(kind)
-- The lines of the look-ups of one kind.
SELECT code, name, target_code, target_name, district, change
FROM area_link
WHERE kind = $kind
ORDER BY code, target_code
