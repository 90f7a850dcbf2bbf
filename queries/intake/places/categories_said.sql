-- name: categories_said(source)
-- What people have said that the categories of a source mean, or those of any ("*"), which are not
-- the examples'.
SELECT source, category, measure
FROM category_measure
WHERE source = $source OR (source = '*' AND $source NOT LIKE 'example-%')
