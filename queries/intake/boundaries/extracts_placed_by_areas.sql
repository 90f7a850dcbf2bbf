-- name: extracts_placed_by_areas()
-- Loaded extracts with rows that are placed by the areas that are loaded.
SELECT id, source, measure_set, recipe, covers
FROM extract
WHERE status = 'loaded' AND id IN (SELECT extract FROM extract_place)
ORDER BY id
