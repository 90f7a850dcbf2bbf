-- name: remove_published_places(ranking)
-- Take the issues of a printed ranking away; before the ranking itself.
DELETE FROM published_place
WHERE ranking = $ranking
