-- name: remove_boundaries(file, kind)
-- Remove the boundaries that a file brought, or those of one kind.
DELETE FROM boundary WHERE file = $file AND kind = coalesce($kind, kind)
