-- name: clear_source_setting(source)
-- Forget whose a source is, and when its data are due.
DELETE FROM source_setting WHERE source = $source
