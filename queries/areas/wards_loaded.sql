-- name: wards_loaded()
-- Every ward that boundaries or look-ups name, the latest year first.
SELECT code, name, welsh_name, district
FROM (
    SELECT code, name, welsh_name, district, vintage FROM boundary WHERE kind = 'ward'
    UNION ALL
    SELECT DISTINCT target_code, target_name, NULL, district, 0
    FROM area_link
    WHERE kind = 'lsoa-to-ward'
)
ORDER BY vintage DESC, code, district NULLS LAST
