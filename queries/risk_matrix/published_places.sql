-- name: published_places(partnership)
-- The issues of the printed rankings of a partnership, in the order in which each is written.
SELECT place.ranking, place.rank, place.label, place.issue, place.band
FROM published_place AS place
JOIN published_ranking AS printed ON printed.id = place.ranking
WHERE printed.partnership = $partnership
ORDER BY place.ranking, place.position
