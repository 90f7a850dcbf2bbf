-- name: stage_rows(files, columns, skip, formats, latest, flags, flags_lacking, recorded_as, from_as, to_as, digested, told_apart_by, table_name, force_in_name, short_months)
-- Read the rows of some files, as text, into the temporary table `staged`: typed but unjudged.
-- `columns` names every physical column; `formats` are tried in order. A date that none fits, or
-- that lies after `latest` or before 1980, leaves `counted_on` null and its text in `refused_date`.
-- In the columns `short_months` months have years of two digits, which elsewhere are no dates.
-- `recorded_as`, `from_as` and `to_as` say how uk_moment reads each column of dates. A reference that
-- holds a name is kept as a digest; `told_apart_by` is what is put behind references that begin anew.
-- `force_in_name` is the force that the name of the files says, where no column does.
-- Columns that mark records are `flag_1`, `flag_2` …, by their places in `flags`; there may be 16.
-- `flags_lacking` says which of them only other tables of the file have; null where it is none.
-- A position is in degrees or in metres of the British grid by what its numbers are, whatever its
-- columns are called; one that is neither is told by `position_fault` and not kept.
-- Words that are looked up later (category, place, force, flags) are tidied there, once for each
-- different text and not once for each row.
INSERT INTO staged
WITH fields AS (
    SELECT
        NULL::VARCHAR AS reference, NULL::VARCHAR AS recorded, NULL::VARCHAR AS date_from,
        NULL::VARCHAR AS date_to, NULL::VARCHAR AS "force", NULL::VARCHAR AS district,
        NULL::VARCHAR AS ward, NULL::VARCHAR AS beat, NULL::VARCHAR AS lsoa, NULL::VARCHAR AS lsoa_name,
        NULL::VARCHAR AS longitude, NULL::VARCHAR AS latitude, NULL::VARCHAR AS easting,
        NULL::VARCHAR AS northing, NULL::VARCHAR AS grid_reference, NULL::VARCHAR AS category,
        NULL::VARCHAR AS subcategory, NULL::VARCHAR AS offence_code, NULL::VARCHAR AS offence_title,
        NULL::VARCHAR AS outcome, NULL::VARCHAR AS status, NULL::VARCHAR AS status_2,
        NULL::VARCHAR AS status_3, NULL::VARCHAR AS status_4, NULL::VARCHAR AS status_5,
        NULL::VARCHAR AS status_6, NULL::VARCHAR AS status_7, NULL::VARCHAR AS status_8,
        NULL::VARCHAR AS victim_reference, NULL::VARCHAR AS victim_age, NULL::VARCHAR AS victim_sex,
        NULL::VARCHAR AS victim_ethnicity, NULL::VARCHAR AS victim_relation,
        NULL::VARCHAR AS time_recorded, NULL::VARCHAR AS time_from, NULL::VARCHAR AS time_to,
        NULL::VARCHAR AS reference_with,
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
-- A step for each thing that rests on another: what is named in a step is copied wherever the same
-- step uses it, and dates would be read a dozen times.
referred AS (
    SELECT *, upper(regexp_replace(grid_reference, '[\s,./-]', '', 'g')) AS grid_square FROM arrived
),
texts AS (
    SELECT
        *,
        trimmed(recorded) AS recorded_text,
        trimmed(date_from) AS from_text,
        trimmed(date_to) AS to_text,
        CASE WHEN recorded IS NOT NULL THEN $recorded_as ELSE $from_as END AS read_as,
        CASE
            WHEN $digested THEN md5(nullif(tidied_reference(reference), ''))
            ELSE nullif(tidied_reference(reference), '')
        END AS own_reference,
        CASE $told_apart_by
            WHEN 'table' THEN $table_name
            WHEN 'reference_with' THEN reference_with
            WHEN 'recorded' THEN recorded
            WHEN 'date_from' THEN date_from
            WHEN 'force' THEN "force"
            WHEN 'district' THEN district
            WHEN 'ward' THEN ward
            WHEN 'category' THEN category
            WHEN 'subcategory' THEN subcategory
        END AS told_apart,
        -- Of a grid reference that is none, its words stay, which are no number.
        CASE
            WHEN longitude IS NULL AND easting IS NULL AND grid_reference IS NULL THEN NULL
            ELSE coalesce(longitude, easting, grid_metres(grid_square, 1)::VARCHAR, grid_reference)
        END AS x_text,
        CASE
            WHEN longitude IS NULL AND easting IS NULL AND grid_reference IS NULL THEN NULL
            WHEN longitude IS NOT NULL THEN latitude
            WHEN easting IS NOT NULL THEN northing
            ELSE grid_metres(grid_square, 2)::VARCHAR
        END AS y_text,
        -- Midnight in the zone that is written is a day without an hour, whatever it is here.
        $from_as IN ('tidied', 'utc') AND time_from IS NULL AND regexp_matches(date_from, '[T ]00:00')
            AS is_midnight
    FROM referred
),
moments AS (
    SELECT
        *,
        coalesce(recorded_text, from_text, '') AS date_text,
        CASE WHEN recorded IS NOT NULL THEN uk_moment(recorded_text, $recorded_as, $formats) END
            AS recorded_as_written,
        uk_moment(from_text, $from_as, $formats) AS event_as_written,
        uk_moment(to_text, $to_as, $formats) AS end_as_written
    FROM texts
),
days AS (
    SELECT
        *,
        CASE WHEN read_as IN ('tidied', 'utc') THEN tidied_date(date_text) ELSE date_text END AS tidied_text,
        in_full_years(
            CASE WHEN recorded IS NOT NULL THEN recorded_as_written ELSE event_as_written END, date_text,
            $latest::DATE,
            list_contains(
                $short_months::VARCHAR[], CASE WHEN recorded IS NOT NULL THEN 'recorded' ELSE 'date_from' END
            )
        ) AS counted_at,
        in_full_years(
            event_as_written, from_text, $latest::DATE, list_contains($short_months::VARCHAR[], 'date_from')
        ) AS event_day,
        in_full_years(
            end_as_written, to_text, $latest::DATE, list_contains($short_months::VARCHAR[], 'date_to')
        ) AS end_day,
        -- Thousands may be parted by commas; few are. Most files have no position at all.
        CASE
            WHEN x_text IS NOT NULL
                THEN coalesce(try_cast(x_text AS DOUBLE), try_cast(replace(x_text, ',', '') AS DOUBLE))
        END AS x,
        CASE
            WHEN y_text IS NOT NULL
                THEN coalesce(try_cast(y_text AS DOUBLE), try_cast(replace(y_text, ',', '') AS DOUBLE))
        END AS y
    FROM moments
),
dated AS (
    SELECT
        *,
        counted_at::DATE BETWEEN DATE '1980-01-01' AND $latest::DATE AS possible,
        -- A time in a column of its own belongs to a date that says none.
        CASE
            WHEN time_from IS NULL OR event_day <> date_trunc('day', event_day) THEN event_day
            ELSE event_day + coalesce(time_of_day(time_from), INTERVAL 0 SECOND)
        END AS event_at,
        CASE
            WHEN time_to IS NULL OR end_day <> date_trunc('day', end_day) THEN end_day
            ELSE end_day + coalesce(time_of_day(time_to), INTERVAL 0 SECOND)
        END AS event_end,
        CASE
            WHEN time_recorded IS NULL OR counted_at <> date_trunc('day', counted_at) THEN counted_at
            ELSE counted_at + coalesce(time_of_day(time_recorded), INTERVAL 0 SECOND)
        END AS recorded_at,
        x BETWEEN -7 AND 2.5 AND y BETWEEN 49 AND 56.5 AS is_degrees,
        x BETWEEN 80000 AND 657000 AND y BETWEEN 5000 AND 658000 AS is_metres
    FROM days
)
SELECT
    CASE $told_apart_by
        WHEN '' THEN own_reference
        ELSE own_reference || ' (' || coalesce(trim(told_apart), '') || ')'
    END AS reference,
    CASE WHEN possible THEN counted_at::DATE END AS counted_on,
    CASE WHEN possible IS NOT true THEN date_text END AS refused_date,
    event_at,
    event_end AS event_to,
    CASE
        WHEN NOT starts_with(read_as, 'serial') AND (
            tidied_text BETWEEN 'A' AND '{'
            OR (
                length(tidied_text) <= 7
                AND (tidied_text[5] = '-' OR NOT regexp_full_match(tidied_text, '\d+[/.-]\d+[/.-]\d+'))
            )
        ) THEN 'month'
        WHEN event_at <> date_trunc('day', event_at) AND is_midnight IS NOT true THEN 'minute'
        ELSE 'day'
    END AS precision,
    -- Day, month and year in numbers, the day first: 31/01/2024, and not 2024-01-31.
    CASE
        WHEN length(tidied_text) > 7
            THEN tidied_text[3] IN ('/', '.', '-') OR tidied_text[2] IN ('/', '.', '-')
        ELSE false
    END AS numeric_date,
    coalesce("force", $force_in_name::VARCHAR) AS "force",
    -- An LSOA is named after its district: "Luton 001A".
    coalesce(
        nullif(trimmed(district), ''), CASE WHEN lsoa_name[-5] = ' ' THEN left(lsoa_name, -5) ELSE lsoa_name END
    ) AS place,
    nullif(trimmed(ward), '') AS ward,
    nullif(trimmed(beat), '') AS beat,
    nullif(trimmed(lsoa), '') AS lsoa,
    lsoa_name,
    CASE WHEN is_degrees THEN x END AS longitude,
    CASE WHEN is_degrees THEN y END AS latitude,
    CASE WHEN is_metres THEN round(x) END AS easting,
    CASE WHEN is_metres THEN round(y) END AS northing,
    CASE
        WHEN x_text IS NULL AND y_text IS NULL THEN NULL
        WHEN is_degrees OR is_metres OR trim(concat(x_text, y_text)) = '' THEN NULL
        WHEN x IS NULL OR y IS NULL THEN 'unreadable'
        WHEN x = 0 AND y = 0 THEN 'zero'
        WHEN y BETWEEN -7 AND 2.5 AND x BETWEEN 49 AND 56.5 THEN 'exchanged'
        ELSE 'outside'
    END AS position_fault,
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
    -- One column of flags is the rule, and sixteen are put together slowly.
    CASE WHEN $flags_lacking::VARCHAR IS NULL THEN '' ELSE $flags_lacking || chr(31) END
    || CASE
        WHEN len($flags::VARCHAR[]) = 0 THEN ''
        WHEN len($flags::VARCHAR[]) = 1 THEN coalesce($flags[1] || '=' || flag_1, '')
        ELSE concat_ws(
            chr(31),
            $flags[1] || '=' || flag_1, $flags[2] || '=' || flag_2, $flags[3] || '=' || flag_3,
            $flags[4] || '=' || flag_4, $flags[5] || '=' || flag_5, $flags[6] || '=' || flag_6,
            $flags[7] || '=' || flag_7, $flags[8] || '=' || flag_8, $flags[9] || '=' || flag_9,
            $flags[10] || '=' || flag_10, $flags[11] || '=' || flag_11, $flags[12] || '=' || flag_12,
            $flags[13] || '=' || flag_13, $flags[14] || '=' || flag_14, $flags[15] || '=' || flag_15,
            $flags[16] || '=' || flag_16
        )
    END AS flag_text,
    -- Each of these may say that a record does not count, and under which heading matters.
    nullif(
        concat_ws(
            chr(31),
            'status=' || nullif(trim(status), ''), 'status_2=' || nullif(trim(status_2), ''),
            'status_3=' || nullif(trim(status_3), ''), 'status_4=' || nullif(trim(status_4), ''),
            'status_5=' || nullif(trim(status_5), ''), 'status_6=' || nullif(trim(status_6), ''),
            'status_7=' || nullif(trim(status_7), ''), 'status_8=' || nullif(trim(status_8), '')
        ),
        ''
    ) AS status,
    nullif(upper(regexp_replace(trim(victim_reference), '\s+', ' ', 'g')), '') AS victims,
    recorded_at,
    nullif(
        concat_ws(
            chr(31),
            'age=' || victim_age, 'sex=' || victim_sex, 'ethnicity=' || victim_ethnicity,
            'relation=' || victim_relation
        ),
        ''
    ) AS victim_bands,
    NULL AS place_key
FROM dated
