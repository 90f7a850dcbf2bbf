-- name: record_differences(most)
-- Records that a load adds, revises or withdraws, as they are and as they would be, at most so many.
SELECT
    fate,
    coalesce(new.reference, old.reference) AS reference,
    old.counted_on AS day_before,
    new.counted_on AS day_now,
    old.category AS category_before,
    new.category AS category_now,
    old.measure AS measure_before,
    new.measure AS measure_now,
    old.district AS district_before,
    new.district AS district_now,
    old.ward AS ward_before,
    new.ward AS ward_now
FROM pairing
LEFT JOIN incident AS old ON old.rowid = pairing.incident_row
LEFT JOIN arriving AS new ON new.staged_row = pairing.staged_row
WHERE fate IN ('loaded', 'revised', 'withdrawn')
ORDER BY fate DESC, coalesce(old.counted_on, new.counted_on), reference
LIMIT $most
