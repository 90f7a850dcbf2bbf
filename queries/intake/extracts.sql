-- name: extracts()
-- Every extract that has been loaded, the latest first.
SELECT * FROM extract ORDER BY id DESC
