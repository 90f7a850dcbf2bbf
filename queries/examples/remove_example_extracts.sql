-- name: remove_example_extracts()
-- Remove the example extracts themselves; last, because what else is theirs is found through them.
DELETE FROM extract
WHERE synthetic
