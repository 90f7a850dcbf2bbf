-- name: extracts()
-- Every extract that has been loaded, undone ones among them, the latest first.
SELECT * FROM extract ORDER BY id DESC
