-- name: small_areas()
-- Small areas that extracts have named, with the name that begins with their district's.
SELECT code, name FROM area ORDER BY code
