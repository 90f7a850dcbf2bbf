-- name: recode_categories(source, categories, measures)
-- Put every version of the records of some categories under their measures.
UPDATE incident SET measure = meaning.measure
FROM (
    SELECT unnest($categories::VARCHAR[]) AS category, unnest($measures::VARCHAR[]) AS measure
) AS meaning
WHERE incident.source = $source AND incident.category = meaning.category
