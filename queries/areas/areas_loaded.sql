-- name: areas_loaded()
-- What has been loaded of small areas: by file, what it is of, how many, and in which districts.
SELECT
    file, kind, vintage, count(*) AS areas,
    coalesce(list(DISTINCT district ORDER BY district) FILTER (district IS NOT NULL), []) AS districts,
    max(loaded_at) AS loaded_at, any_value(loaded_by ORDER BY loaded_by) AS loaded_by
FROM boundary
GROUP BY file, kind, vintage
UNION ALL
SELECT
    file, kind, NULL, count(DISTINCT code),
    coalesce(list(DISTINCT district ORDER BY district) FILTER (district IS NOT NULL), []),
    max(loaded_at), any_value(loaded_by ORDER BY loaded_by)
FROM area_link
GROUP BY file, kind
ORDER BY file, kind, vintage
