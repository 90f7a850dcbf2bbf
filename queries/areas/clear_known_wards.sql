-- name: clear_known_wards()
-- Forget which wards files mean, to be worked out anew.
DELETE FROM known_ward
