-- name: remove_published_ranking(ranking)
-- Take a printed ranking away.
DELETE FROM published_ranking
WHERE id = $ranking
