-- name: published_rankings(partnership)
-- The printed rankings of a partnership, the latest year first.
SELECT id, ending, name, source, scheme, is_ordered, is_whole, entered_by
FROM published_ranking
WHERE partnership = $partnership
ORDER BY ending DESC, id DESC
