-- name: differences_of_counts(most)
-- Counts of a table that a load adds, revises or withdraws, as they are and as they would be, at most
-- so many.
SELECT
    fate,
    coalesce(new.period_start, old.period_start) AS period_start,
    coalesce(new.period_end, old.period_end) AS period_end,
    coalesce(new.area, old.area) AS area,
    coalesce(new.district, old.district) AS district,
    coalesce(new.category, old.category) AS category,
    old.measure AS measure_before,
    new.measure AS measure_now,
    CASE old.status WHEN 'counted' THEN old.value::VARCHAR ELSE old.status END AS count_before,
    CASE new.status WHEN 'counted' THEN new.value::VARCHAR ELSE new.status END AS count_now
FROM count_pairing
LEFT JOIN observation AS old ON old.rowid = count_pairing.count_row
LEFT JOIN arriving_count AS new ON new.rowid = count_pairing.arriving_row
WHERE fate IN ('loaded', 'revised', 'withdrawn')
ORDER BY fate DESC, period_start, district, area, category
LIMIT $most
