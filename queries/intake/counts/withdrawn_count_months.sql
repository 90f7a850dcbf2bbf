-- name: withdrawn_count_months()
-- The first months of the counts that the extract leaves out.
SELECT DISTINCT month FROM count_pairing WHERE fate = 'withdrawn' ORDER BY month
