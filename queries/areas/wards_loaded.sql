-- name: wards_loaded()
-- Every ward that boundaries or look-ups name, the latest year first; what a ward was called before
-- last.
SELECT code, name, welsh_name, district
FROM (
    SELECT code, name, welsh_name, district, vintage FROM boundary WHERE kind = 'ward'
    UNION ALL
    SELECT DISTINCT target_code, target_name, NULL, district, 0
    FROM area_link
    WHERE kind IN ('lsoa-to-ward', 'ward-to-ward')
    UNION ALL
    SELECT DISTINCT code, coalesce(name, code), NULL, district, -1
    FROM area_link
    WHERE kind = 'ward-to-ward'
)
ORDER BY vintage DESC, code, district NULLS LAST
