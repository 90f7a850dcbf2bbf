-- name: recode_counts(source, category, measure)
-- Give the measure to every count of a source that carries the category.
UPDATE observation SET measure = $measure
WHERE source = $source AND category = $category
