-- name: extracts_resting_on(extract)
-- Later extracts of the same source that must be undone before this one, the latest first: those
-- that share a month with it, and those for which either of the two found records of the source
-- that it recognised, changed or withdrew. Two that only added records, in months of their own,
-- know nothing of each other.
SELECT later.id, later.file_name
FROM extract AS earlier
JOIN extract AS later
    ON later.source = earlier.source
    AND later.id > earlier.id
    AND later.status = 'loaded'
WHERE
    earlier.id = $extract
    AND (
        list_has_any(later.months, earlier.months)
        OR later.rows_unchanged + later.rows_revised + later.rows_withdrawn > 0
        OR earlier.rows_revised + earlier.rows_withdrawn > 0
    )
ORDER BY later.id DESC
