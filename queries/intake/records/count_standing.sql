-- name: count_standing()
-- How many current records the extract speaks about.
SELECT count(*) FROM standing
