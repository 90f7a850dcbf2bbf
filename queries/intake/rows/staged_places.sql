-- name: staged_places()
-- What the staged rows say of their place, as the file writes it, most rows first.
SELECT place, count(*) AS n
FROM staged
WHERE place IS NOT NULL
GROUP BY place
ORDER BY n DESC, place
