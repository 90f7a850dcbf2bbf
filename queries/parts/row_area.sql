-- part: row_area
-- The area that a record is counted for, as area_kind says, and of a ward its district.
CASE $area_kind WHEN 'ward' THEN coalesce(district, '') ELSE '' END AS district,
        CASE $area_kind
            WHEN 'district' THEN coalesce(district, '')
            WHEN 'ward' THEN coalesce(ward, '')
            WHEN 'lsoa' THEN coalesce(lsoa, '')
            ELSE ''
        END AS area
