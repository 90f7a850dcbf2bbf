-- name: insert_extract_categories(extract, partial_months)
-- Keep how many rows of each category the extract has, by month, force and district.
INSERT INTO extract_category BY NAME
SELECT
    $extract AS extract, month, forces.meant AS "force", places.meant AS district, category,
    month IN (SELECT unnest($partial_months::DATE[])) AS partial, sum(n)::BIGINT AS n
FROM staged_group
LEFT JOIN staged_meaning AS places
    ON places.kind = 'place' AND places.said = staged_group.place
LEFT JOIN staged_meaning AS forces
    ON forces.kind = 'force' AND forces.said = staged_group."force"
GROUP BY ALL
