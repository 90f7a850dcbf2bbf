-- name: insert_extract_places(extract, partial_months)
-- Keep how many rows of the extract are placed by the areas that are loaded, by what tells their place,
-- and the district that they were put into.
INSERT INTO extract_place BY NAME
SELECT
    $extract AS extract, place_key, date_trunc('month', counted_on)::DATE AS month,
    forces.meant AS "force", places.meant AS district, ward, category,
    date_trunc('month', counted_on)::DATE IN (SELECT unnest($partial_months::DATE[])) AS partial,
    count(*)::BIGINT AS n
FROM staged
LEFT JOIN staged_meaning AS places ON places.kind = 'place' AND places.said = staged.place
LEFT JOIN staged_meaning AS forces ON forces.kind = 'force' AND forces.said = staged."force"
WHERE place_key IS NOT NULL
GROUP BY ALL
