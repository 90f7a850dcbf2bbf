-- name: answered_days(positions, formats, read_as, zone)
-- The first and last day in some columns, in UK time, with how many cells could be read as a day and
-- how many say anything. Formats are tried in order; `read_as` is as uk_moment takes it, and `zone`
-- is put behind each time whose cell names none.
SELECT
    min(day) AS first_day, max(day) AS last_day, count(day) AS dated, count(*) AS filled
FROM (
    SELECT
        coalesce(
            try_strptime(said || $zone::VARCHAR, $formats::VARCHAR[])::DATE,
            uk_moment(trim(said || $zone::VARCHAR), $read_as::VARCHAR, $formats::VARCHAR[])::DATE
        ) AS day
    FROM survey_cell
    WHERE list_contains($positions::INTEGER[], position)
)
