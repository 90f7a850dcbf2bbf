-- name: stage_rows(files, columns, skip, formats, latest, flags)
-- Read the rows of some files, as text, into the temporary table `staged`: typed but unjudged.
-- `columns` names every physical column; `formats` are tried in order. A date that none fits, or
-- that lies after `latest` or before 1980, leaves `counted_on` null and its text in `refused_date`.
-- Columns that mark records are `flag_1`, `flag_2` …, by their places in `flags`; there may be 16.
-- Words that are looked up later (category, place, force, flags) are tidied there, once for each
-- different text and not once for each row.
INSERT INTO staged
WITH fields AS (
    SELECT
        NULL::VARCHAR AS reference, NULL::VARCHAR AS recorded, NULL::VARCHAR AS date_from,
        NULL::VARCHAR AS date_to, NULL::VARCHAR AS "force", NULL::VARCHAR AS district,
        NULL::VARCHAR AS ward, NULL::VARCHAR AS lsoa, NULL::VARCHAR AS lsoa_name,
        NULL::VARCHAR AS longitude, NULL::VARCHAR AS latitude, NULL::VARCHAR AS category,
        NULL::VARCHAR AS subcategory, NULL::VARCHAR AS offence_code, NULL::VARCHAR AS offence_title,
        NULL::VARCHAR AS outcome,
        NULL::VARCHAR AS flag_1, NULL::VARCHAR AS flag_2, NULL::VARCHAR AS flag_3, NULL::VARCHAR AS flag_4,
        NULL::VARCHAR AS flag_5, NULL::VARCHAR AS flag_6, NULL::VARCHAR AS flag_7, NULL::VARCHAR AS flag_8,
        NULL::VARCHAR AS flag_9, NULL::VARCHAR AS flag_10, NULL::VARCHAR AS flag_11, NULL::VARCHAR AS flag_12,
        NULL::VARCHAR AS flag_13, NULL::VARCHAR AS flag_14, NULL::VARCHAR AS flag_15, NULL::VARCHAR AS flag_16
    WHERE false
),
-- A file has the columns that it has: those it lacks are null. Rows with too many cells or too few
-- are passed over here and found again in the file: a table of rejects would keep such a line once
-- for each surplus cell.
arrived AS (
    SELECT * FROM read_csv(
        $files, columns = $columns, skip = $skip, header = false, auto_detect = false,
        delim = ',', quote = '"', escape = '"', strict_mode = true, ignore_errors = true
    )
    UNION ALL BY NAME
    SELECT * FROM fields
),
dated AS (
    SELECT
        *,
        trim(coalesce(recorded, date_from, '')) AS date_text,
        try_strptime(date_text, $formats) AS as_written,
        -- "03/02/24" among dates with four-digit years reads as the year 24.
        CASE
            WHEN as_written < TIMESTAMP '0100-01-01' THEN as_written + INTERVAL 2000 YEAR
            ELSE as_written
        END AS counted_at,
        try_strptime(trim(date_from), $formats) AS event_at,
        counted_at::DATE BETWEEN DATE '1980-01-01' AND $latest::DATE AS possible
    FROM arrived
)
SELECT
    nullif(trim(reference), '') AS reference,
    CASE WHEN possible THEN counted_at::DATE END AS counted_on,
    CASE WHEN possible IS NOT true THEN date_text END AS refused_date,
    event_at,
    try_strptime(trim(date_to), $formats) AS event_to,
    CASE
        WHEN date_text[1] BETWEEN 'A' AND 'z'
            OR (length(date_text) <= 7 AND date_text NOT LIKE '%/%/%') THEN 'month'
        WHEN event_at <> date_trunc('day', event_at) THEN 'minute'
        ELSE 'day'
    END AS precision,
    -- Day, month and year in numbers, the day first: 31/01/2024, and not 2024-01-31.
    CASE
        WHEN length(date_text) > 7
            THEN date_text[2] IN ('/', '.', '-') OR date_text[3] IN ('/', '.', '-')
        ELSE false
    END AS numeric_date,
    "force",
    -- An LSOA is named after its district: "Luton 001A".
    coalesce(
        nullif(trim(district), ''), CASE WHEN lsoa_name[-5] = ' ' THEN left(lsoa_name, -5) ELSE lsoa_name END
    ) AS place,
    nullif(trim(ward), '') AS ward,
    nullif(trim(lsoa), '') AS lsoa,
    lsoa_name,
    try_cast(longitude AS DOUBLE) AS longitude,
    try_cast(latitude AS DOUBLE) AS latitude,
    -- What the code column says stands in square brackets before the words: "[8N] Assault".
    CASE
        WHEN offence_code IS NULL AND offence_title IS NULL
            THEN coalesce(category || ' - ' || subcategory, category, subcategory, '')
        ELSE concat_ws(
            ' ', '[' || nullif(trim(offence_code), '') || ']',
            nullif(concat_ws(' - ', category, subcategory, offence_title), '')
        )
    END AS category,
    outcome,
    concat_ws(
        chr(31),
        $flags[1] || '=' || flag_1, $flags[2] || '=' || flag_2, $flags[3] || '=' || flag_3,
        $flags[4] || '=' || flag_4, $flags[5] || '=' || flag_5, $flags[6] || '=' || flag_6,
        $flags[7] || '=' || flag_7, $flags[8] || '=' || flag_8, $flags[9] || '=' || flag_9,
        $flags[10] || '=' || flag_10, $flags[11] || '=' || flag_11, $flags[12] || '=' || flag_12,
        $flags[13] || '=' || flag_13, $flags[14] || '=' || flag_14, $flags[15] || '=' || flag_15,
        $flags[16] || '=' || flag_16
    ) AS flag_text
FROM dated
