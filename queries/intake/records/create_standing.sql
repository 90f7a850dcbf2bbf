-- name: create_standing(source, area_kind, leaves, leaf_subjects, whole_subjects, whole_months, subjects, areas, months, carried_months, near_months)
-- Current records of the source that the extract speaks about: those of the subjects, areas and
-- months that it covers, and those that it carries outside them: by reference in whatever month
-- they stood, or, without one, in a month that it has rows of. `near_months` are all those of the
-- other lists.
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
),
-- In the months that the extract speaks of, every record is looked at; of the others, which may be
-- millions, only those that it names.
near AS (
    SELECT rowid AS incident_row, *
    FROM incident
    WHERE
        source = $source
        AND last_extract IS NULL
        AND counted_on >= list_min($near_months::DATE[])
        AND counted_on < list_max($near_months::DATE[]) + INTERVAL 1 MONTH
    UNION ALL
    SELECT incident.rowid AS incident_row, incident.*
    FROM incident
    SEMI JOIN (
        SELECT reference FROM staged
        UNION ALL
        SELECT reference FROM staged_cancelled
    ) AS named ON named.reference = incident.reference
    WHERE
        source = $source
        AND last_extract IS NULL
        AND (
            len($near_months::DATE[]) = 0
            OR counted_on < list_min($near_months::DATE[])
            OR counted_on >= list_max($near_months::DATE[]) + INTERVAL 1 MONTH
        )
)
SELECT
    incident_row,
    date_trunc('month', counted_on)::DATE AS month,
    reference,
    category,
    hash(
        counted_on, event_from, event_to, category, flags, "force", district, ward, lsoa, longitude,
        latitude, outcome, victims, victim_bands
    ) AS said,
    (
        (subject, month) IN (SELECT (subject, month) FROM whole)
        OR (subject, CASE $area_kind WHEN 'force' THEN "force" ELSE district END, month)
        IN (SELECT (subject, area, month) FROM covered)
        OR reference IN (SELECT reference FROM cancelled)
    )
    -- A row that cannot be read says nothing of its record.
    AND coalesce(reference NOT IN (SELECT reference FROM staged_refused), true) AS in_scope
FROM near
JOIN leaf ON leaf.measure = near.measure
WHERE
    in_scope
    OR reference IN (SELECT reference FROM staged WHERE reference IS NOT NULL)
    OR (reference IS NULL AND month IN (SELECT unnest($carried_months::DATE[])))
