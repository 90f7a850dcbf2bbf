-- name: categories_of_extract(extract)
-- The rows that an extract has of each category, by month (cut off or whole), force and district.
SELECT month, "force", district, category, partial, n
FROM extract_category
WHERE extract = $extract
