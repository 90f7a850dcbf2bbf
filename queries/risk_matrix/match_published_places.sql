-- name: match_published_places(ranking, issues)
-- Say what the issues of a printed ranking are called here, in their order; null: nothing is the same.
UPDATE published_place
SET issue = ($issues::VARCHAR[])[position]
WHERE ranking = $ranking
