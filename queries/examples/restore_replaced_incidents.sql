-- name: restore_replaced_incidents()
-- Make current again what the user's own extracts brought and an example extract replaced.
UPDATE incident
SET last_extract = NULL
WHERE last_extract IN (SELECT id FROM extract WHERE synthetic)
