-- name: clear_partnership_districts(id)
-- Take all districts out of a partnership, before it is given others.
DELETE FROM partnership_district WHERE partnership = $id
