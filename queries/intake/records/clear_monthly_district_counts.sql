-- name: clear_monthly_district_counts(source, months)
-- Drop the districts' counts of a source in some months, to be counted anew.
DELETE FROM monthly_district_count
WHERE source = $source AND month IN (SELECT unnest($months::DATE[]))
