-- name: wards_without_place()
-- Wards of staged rows that name no place, and their rows, most first.
SELECT ward, count(*) AS n
FROM staged
WHERE ward IS NOT NULL AND place IS NULL
GROUP BY ward
ORDER BY n DESC, ward
