-- name: staged_wards()
-- What the staged rows say of their ward, as the file writes it, most rows first.
SELECT ward, count(*) AS n
FROM staged
WHERE ward IS NOT NULL
GROUP BY ward
ORDER BY n DESC, ward
