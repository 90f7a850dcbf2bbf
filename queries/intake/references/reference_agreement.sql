-- name: reference_agreement(files, columns, skip)
-- Two columns that could be the reference: rows, different ones of each (a blank is none's), and of
-- the second those that several rows share, and share with one category and date.
WITH fields AS (
    SELECT
        NULL::VARCHAR AS reference, NULL::VARCHAR AS other_reference, NULL::VARCHAR AS recorded,
        NULL::VARCHAR AS date_from, NULL::VARCHAR AS category, NULL::VARCHAR AS subcategory
    WHERE false
),
arrived AS (
    SELECT * FROM read_csv(
        $files, columns = $columns, skip = $skip, header = false, auto_detect = false,
        delim = ',', quote = '"', escape = '"', strict_mode = true, ignore_errors = true
    )
    UNION ALL BY NAME
    SELECT * FROM fields
),
shared AS (
    SELECT
        trim(other_reference) AS other_reference,
        count(*) AS rows,
        count(DISTINCT (coalesce(recorded, date_from), category, subcategory)) AS kinds
    FROM arrived
    GROUP BY ALL
)
SELECT
    (SELECT count(*) FROM arrived) AS rows,
    (SELECT count(DISTINCT trim(reference)) FROM arrived) AS firsts,
    count(*) FILTER (WHERE other_reference <> '') + coalesce(
        sum(rows) FILTER (WHERE coalesce(other_reference, '') = ''), 0
    )::BIGINT AS seconds,
    count(*) FILTER (WHERE rows > 1 AND other_reference <> '') AS repeated,
    count(*) FILTER (WHERE rows > 1 AND other_reference <> '' AND kinds = 1) AS agreeing
FROM shared
