-- name: forget_categories(source, categories)
-- Forget what was said of some categories of a source, or of any ("*").
DELETE FROM category_measure
WHERE source = $source AND category IN (SELECT unnest($categories::VARCHAR[]))
