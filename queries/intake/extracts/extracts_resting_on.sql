-- name: extracts_resting_on(extract)
-- Later extracts of the same source that must be undone before this one, the latest first, because
-- they would be others without it: those that answer for a month that it answers for or has changed;
-- those that found a record that it brought; those that brought a record which it had ended; and
-- those of which it is not known what they found.
WITH changed AS (
    SELECT DISTINCT date_trunc('month', counted_on)::DATE AS month
    FROM incident
    WHERE first_extract = $extract OR last_extract = $extract
    UNION
    SELECT DISTINCT period_start
    FROM observation
    WHERE first_extract = $extract OR last_extract = $extract
),
brought_again AS (
    SELECT DISTINCT later.first_extract AS extract
    FROM incident AS ended
    JOIN incident AS later
        ON later.source = ended.source
        AND later.first_extract > $extract
        AND CASE
            WHEN ended.reference IS NULL
                THEN later.reference IS NULL
                    AND date_trunc('month', later.counted_on)
                    = date_trunc('month', ended.counted_on)
            ELSE later.reference = ended.reference
        END
    WHERE ended.last_extract = $extract
)
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
        OR list_has_any(later.months, (SELECT coalesce(list(month), []) FROM changed))
        OR later.id IN (SELECT extract FROM extract_found WHERE earlier = $extract)
        OR later.id IN (SELECT extract FROM brought_again)
        -- Counts are found only in months that both answer for.
        OR (
            later.row_is <> 'count'
            AND later.rows_unchanged + later.rows_revised + later.rows_withdrawn > 0
            AND later.id NOT IN (SELECT extract FROM extract_found)
        )
    )
ORDER BY later.id DESC
