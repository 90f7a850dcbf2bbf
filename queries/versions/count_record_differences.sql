-- name: count_record_differences()
-- How many records a load adds, revises or withdraws, by what they are counted as before and after,
-- and whether a revised one comes into another month or district.
SELECT
    fate,
    old.measure AS measure_before,
    new.measure AS measure_now,
    date_trunc('month', old.counted_on) <> date_trunc('month', new.counted_on) AS is_other_month,
    old.district IS DISTINCT FROM new.district AS is_other_district,
    count(*) AS n
FROM pairing
LEFT JOIN incident AS old ON old.rowid = pairing.incident_row
LEFT JOIN arriving AS new ON new.staged_row = pairing.staged_row
WHERE fate IN ('loaded', 'revised', 'withdrawn')
GROUP BY ALL
ORDER BY n DESC, fate, measure_before, measure_now
