-- name: categories_of_extract(extract)
-- The rows that an extract has of each category, by month, force and district.
SELECT month, "force", district, category, n FROM extract_category WHERE extract = $extract
