-- name: count_count_pairing()
-- How many counts are loaded, unchanged, revised and withdrawn.
SELECT fate, count(*) AS n FROM count_pairing GROUP BY fate ORDER BY fate
