-- name: boundaries_of_kind(kind)
-- Boundaries of one kind with their outlines. Of a district, only those of the latest year it has.
SELECT code, name, district, shape
FROM boundary
WHERE kind = $kind
QUALIFY vintage = max(vintage) OVER (PARTITION BY coalesce(district, code))
ORDER BY code
