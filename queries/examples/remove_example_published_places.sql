-- name: remove_example_published_places()
-- Remove the issues of printed rankings of example partnerships.
DELETE FROM published_place
WHERE ranking IN (
    SELECT id
    FROM published_ranking
    WHERE partnership IN (SELECT id FROM partnership WHERE synthetic)
)
