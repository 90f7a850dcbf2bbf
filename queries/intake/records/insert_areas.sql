-- name: insert_areas()
-- Keep the names that the extract gives to its small areas.
INSERT OR REPLACE INTO area BY NAME
SELECT staged.lsoa AS code, min(lsoa_name) AS name, min(places.meant) AS district
FROM staged
LEFT JOIN staged_meaning AS places ON places.kind = 'place' AND places.said = staged.place
WHERE staged.lsoa IS NOT NULL AND lsoa_name IS NOT NULL
GROUP BY staged.lsoa
