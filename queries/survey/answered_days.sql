-- name: answered_days(positions, formats)
-- The first and last day in some columns, with how many cells could be read as a day and how many
-- say anything. Formats are tried in order.
SELECT
    min(day) AS first_day, max(day) AS last_day, count(day) AS dated, count(*) AS filled
FROM (
    SELECT try_strptime(said, $formats::VARCHAR[])::DATE AS day
    FROM survey_cell
    WHERE list_contains($positions::INTEGER[], position)
)
