-- name: names_of_source(source)
-- The districts and wards that a source has sent, and what it calls what it counts.
SELECT DISTINCT 'district' AS kind, district AS name
FROM monthly_district_count
WHERE source = $source AND district IS NOT NULL
UNION ALL
SELECT DISTINCT 'ward', ward
FROM monthly_count
WHERE source = $source AND ward IS NOT NULL
UNION ALL
SELECT DISTINCT 'category', category
FROM extract_category
WHERE extract IN (SELECT id FROM extract WHERE source = $source AND status = 'loaded')
UNION ALL
SELECT DISTINCT 'category', category
FROM observation
WHERE source = $source AND last_extract IS NULL
