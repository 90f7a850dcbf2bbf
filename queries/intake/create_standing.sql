-- name: create_standing(source, area_kind, leaves, leaf_subjects, whole_subjects, whole_months, subjects, areas, months, carried_months)
-- Current records of the source that the extract speaks about: those of the subjects, areas and
-- months that it covers, and those that it carries outside them: by reference in whatever month
-- they stood, or, without one, in a month that it has rows of.
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
-- Wherever it stands: the extract says of it that it was cancelled.
cancelled AS (
    SELECT reference
    FROM staged_cancelled
    WHERE reference IS NOT NULL AND reference NOT IN (
        SELECT reference FROM staged WHERE reference IS NOT NULL
    )
),
leaf AS (
    SELECT unnest($leaves::VARCHAR[]) AS measure, unnest($leaf_subjects::VARCHAR[]) AS subject
)
SELECT
    incident.rowid AS incident_row,
    date_trunc('month', counted_on)::DATE AS month,
    reference,
    category,
    hash(
        counted_on, event_from, event_to, category, flags, "force", district, ward, lsoa, longitude,
        latitude, outcome, victims, victim_bands
    ) AS said,
    ((subject, month) IN (SELECT (subject, month) FROM whole))
        OR (subject, CASE $area_kind WHEN 'force' THEN "force" ELSE district END, month)
        IN (SELECT (subject, area, month) FROM covered)
        OR reference IN (SELECT reference FROM cancelled) AS in_scope
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
