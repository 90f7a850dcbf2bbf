-- name: next_extract()
-- The number of the extract being loaded: one writer at a time, so that the next is the highest
-- and one. What is only checked takes no number away.
SELECT (coalesce(max(id), 0) + 1)::INTEGER FROM extract
