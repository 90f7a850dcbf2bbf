-- name: create_standing(source, area_kind, leaves, leaf_subjects, whole_subjects, whole_months, subjects, areas, months, spoken_areas, spoken_months, carried_months)
-- Current records of the source that the extract speaks about: those of the subjects, areas and
-- months that it covers, and those that it carries outside them: by reference in whatever month
-- they stood, or, without one, in a month that it has rows of.
-- Of a record in an area and month that the extract does not speak of, not even in part,
-- `precedence` is how far its version reaches: the last month of the extract that brought it, then
-- its own month and area.
CREATE TEMP TABLE standing AS
WITH covered AS (
    SELECT
        unnest($subjects::VARCHAR[]) AS subject, unnest($areas::VARCHAR[]) AS area,
        unnest($months::DATE[]) AS month
),
whole AS (
    SELECT
        unnest($whole_subjects::VARCHAR[]) AS subject, unnest($whole_months::DATE[]) AS month
),
spoken AS (
    SELECT area, month
    FROM (SELECT unnest($spoken_areas::VARCHAR[]) AS area, unnest($spoken_months::DATE[]) AS month)
    GROUP BY ALL
),
brought AS (
    SELECT id AS first_extract, coalesce(list_max(months)::VARCHAR, '') AS until FROM extract
),
leaf AS (
    SELECT unnest($leaves::VARCHAR[]) AS measure, unnest($leaf_subjects::VARCHAR[]) AS subject
),
matched AS (
    SELECT
        incident.rowid AS incident_row,
        date_trunc('month', counted_on)::DATE AS month,
        reference,
        category,
        first_extract,
        coalesce(CASE $area_kind WHEN 'force' THEN "force" ELSE district END, '') AS area,
        hash(
            counted_on, event_from, event_to, category, flags, "force", district, ward, lsoa,
            longitude, latitude, outcome
        ) AS said,
        ((subject, month) IN (SELECT (subject, month) FROM whole))
            OR (subject, CASE $area_kind WHEN 'force' THEN "force" ELSE district END, month)
            IN (SELECT (subject, area, month) FROM covered) AS in_scope
    FROM incident
    JOIN leaf ON leaf.measure = incident.measure
    WHERE
        source = $source
        AND last_extract IS NULL
        AND (
            in_scope
            OR reference IN (SELECT reference FROM staged WHERE reference IS NOT NULL)
            OR (reference IS NULL AND month IN (SELECT unnest($carried_months::DATE[])))
        )
)
SELECT
    incident_row, matched.month, reference, category, said, in_scope,
    CASE
        WHEN NOT coalesce(in_scope, false) AND spoken.month IS NULL
            THEN concat_ws('|', until, matched.month, matched.area)
    END AS precedence
FROM matched
LEFT JOIN spoken ON spoken.area = matched.area AND spoken.month = matched.month
LEFT JOIN brought ON brought.first_extract = matched.first_extract
