-- name: categories_said(source)
-- What people have said that the categories of a source mean.
SELECT category, measure FROM category_measure WHERE source = $source
