-- name: count_pairing()
-- How many records are loaded, unchanged, revised and withdrawn.
SELECT fate, count(*) AS n FROM pairing GROUP BY fate
