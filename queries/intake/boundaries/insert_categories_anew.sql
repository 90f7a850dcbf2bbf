-- name: insert_categories_anew(extract)
-- Keep how many rows of each category the extract has, by where they lie now.
INSERT INTO extract_category BY NAME SELECT $extract AS extract, * FROM category_anew
