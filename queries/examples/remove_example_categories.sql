-- name: remove_example_categories()
-- Forget what was said of the categories of sources that have example extracts only.
DELETE FROM category_measure
WHERE
    source IN (SELECT source FROM extract WHERE synthetic)
    AND source NOT IN (SELECT source FROM extract WHERE NOT synthetic)
