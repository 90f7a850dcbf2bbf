-- name: staged_repeats()
-- For references that several staged rows share: rows, distinct rows and the row to keep.
-- Two rows of one reference are told apart by a hash first, so that no long text is sorted; only
-- the few references whose hash repeats are compared in full. The row that says most is kept.
WITH repeated AS (
    SELECT hash(reference) AS hashed
    FROM staged
    WHERE reference IS NOT NULL
    GROUP BY hashed
    HAVING count(*) > 1
),
candidates AS (
    SELECT
        rowid AS staged_row, reference,
        row(
            counted_on, event_from, event_to, "force", place, ward, lsoa, longitude, latitude,
            category, outcome, flag_text
        )::VARCHAR AS said,
        (outcome IS NOT NULL)::INT + (lsoa IS NOT NULL)::INT + (place IS NOT NULL)::INT AS fullness
    FROM staged
    SEMI JOIN repeated ON hash(staged.reference) = repeated.hashed
)
SELECT
    reference,
    count(*) AS rows,
    count(DISTINCT said) AS versions,
    arg_max(staged_row, (fullness, said, staged_row)) AS kept
FROM candidates
GROUP BY reference
HAVING count(*) > 1
