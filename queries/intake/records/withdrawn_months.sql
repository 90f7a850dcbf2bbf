-- name: withdrawn_months()
-- The months whose records the extract leaves out.
SELECT DISTINCT month
FROM pairing
JOIN standing ON standing.incident_row = pairing.incident_row
WHERE fate = 'withdrawn'
ORDER BY month
