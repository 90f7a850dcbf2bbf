-- name: outlines_of_districts(kind, districts, codes)
-- The outlines of one kind of area in some districts: of each district those of the year that has
-- most of the codes that are looked for, the latest of several.
WITH of_districts AS (
    SELECT
        code, name, district, vintage, shape,
        count(*) FILTER (list_contains($codes::VARCHAR[], code))
            OVER (PARTITION BY district, vintage) AS looked_for
    FROM boundary
    WHERE kind = $kind AND list_contains($districts::VARCHAR[], district)
)
SELECT code, name, district, shape
FROM of_districts
QUALIFY dense_rank() OVER (PARTITION BY district ORDER BY looked_for DESC, vintage DESC) = 1
ORDER BY code
