-- name: recode_counts(source, categories, measures)
-- Put every version of the counts of some categories under their measures.
UPDATE observation SET measure = meaning.measure
FROM (
    SELECT unnest($categories::VARCHAR[]) AS category, unnest($measures::VARCHAR[]) AS measure
) AS meaning
WHERE observation.source = $source AND observation.category = meaning.category
