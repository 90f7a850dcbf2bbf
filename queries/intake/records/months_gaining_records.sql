-- name: months_gaining_records()
-- The months in which the extract has records that are new.
SELECT DISTINCT date_trunc('month', counted_on)::DATE AS month
FROM pairing
JOIN arriving ON arriving.staged_row = pairing.staged_row
WHERE fate = 'loaded'
ORDER BY month
