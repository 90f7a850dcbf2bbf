-- name: wards_said(extract)
-- Wards as records and counts name them in a district, of which it is not known yet what is meant:
-- those that an extract brought, or all.
SELECT said, district
FROM (
    SELECT ward AS said, district FROM incident WHERE first_extract = coalesce($extract, first_extract)
    UNION
    SELECT ward, district FROM observation WHERE first_extract = coalesce($extract, first_extract)
)
ANTI JOIN known_ward USING (said, district)
WHERE said IS NOT NULL AND district IS NOT NULL
ORDER BY said, district
