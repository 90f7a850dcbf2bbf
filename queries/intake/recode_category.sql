-- name: recode_category(source, category, measure)
-- Give the measure to every record of a source that carries the category.
UPDATE incident SET measure = $measure
WHERE source = $source AND category = $category
