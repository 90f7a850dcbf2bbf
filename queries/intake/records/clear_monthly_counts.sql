-- name: clear_monthly_counts(source, months)
-- Drop the counts of a source in some months, to be counted anew.
DELETE FROM monthly_count
WHERE source = $source AND month IN (SELECT unnest($months::DATE[]))
