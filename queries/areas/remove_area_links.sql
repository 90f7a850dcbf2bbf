-- name: remove_area_links(file, kind)
-- Remove the lines of a look-up that a file brought, or those of one kind.
DELETE FROM area_link WHERE file = $file AND kind = coalesce($kind, kind)
