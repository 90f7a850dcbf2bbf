-- name: staged_repeats()
-- For references that several staged rows share: rows, distinct rows, distinct rows but for their
-- flags, distinct dates and categories, the row to keep, and the flags of all where they differ.
-- Only rows that share their reference are compared (create_shared_references). The row that says most is
-- kept.
WITH candidates AS (
    SELECT
        staged_row, reference, counted_on, category, flag_text,
        row(
            counted_on, event_from, event_to, "force", place, ward, lsoa, longitude, latitude,
            category, outcome
        )::VARCHAR AS said,
        (outcome IS NOT NULL)::INT + (lsoa IS NOT NULL)::INT + (place IS NOT NULL)::INT AS fullness
    FROM shared_reference
    JOIN staged ON staged.rowid = shared_reference.staged_row
)
SELECT
    reference,
    count(*) AS rows,
    count(DISTINCT said || flag_text) AS versions,
    count(DISTINCT said) AS unflagged_versions,
    count(DISTINCT (counted_on, category)) AS events,
    arg_max(staged_row, (fullness, said, flag_text, staged_row)) AS kept,
    CASE
        WHEN count(DISTINCT flag_text) > 1
            THEN string_agg(DISTINCT flag_text, chr(31) ORDER BY flag_text)
                FILTER (WHERE flag_text <> '')
    END AS flag_text
FROM candidates
GROUP BY reference
HAVING count(*) > 1
