-- name: remove_example_published_rankings()
-- Remove the printed rankings of example partnerships; after their issues.
DELETE FROM published_ranking
WHERE partnership IN (SELECT id FROM partnership WHERE synthetic)
