-- name: kept_schemes(id)
-- Every version kept of a scheme, or of all where none is named, the earliest first.
SELECT body, based_on, author, made_at
FROM scheme
WHERE id = coalesce($id::VARCHAR, id)
ORDER BY id, version
