-- name: extracts_of_categories(source, categories)
-- Loaded extracts of a source that hold rows of some categories, and the months said of them.
SELECT DISTINCT extract.id, extract.recipe, extract.covers
FROM extract
JOIN extract_category ON extract_category.extract = extract.id
WHERE
    extract.source = $source
    AND extract.status = 'loaded'
    AND category IN (SELECT unnest($categories::VARCHAR[]))
ORDER BY extract.id
