-- name: example_extracts()
-- Extracts of the example partnerships: their source and the months they hold.
SELECT source, months
FROM extract
WHERE synthetic
ORDER BY id
