-- name: wards_recorded(districts)
-- The wards of some districts that records and counts name, each as it is written there.
SELECT DISTINCT ward, district
FROM (
    SELECT ward, district FROM incident WHERE list_contains($districts::VARCHAR[], district)
    UNION
    SELECT ward, district FROM observation WHERE list_contains($districts::VARCHAR[], district)
)
WHERE ward IS NOT NULL
ORDER BY ward, district
