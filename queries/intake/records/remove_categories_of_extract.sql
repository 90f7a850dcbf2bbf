-- name: remove_categories_of_extract(extract)
-- Forget what the extract held of each category.
DELETE FROM extract_category WHERE extract = $extract
