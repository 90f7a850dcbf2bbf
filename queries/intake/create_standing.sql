-- name: create_standing(source, area_kind, whole_months, months, areas, stray_months)
-- Current records of the source that the extract speaks about: those of the months and areas that
-- it covers, and those that it carries outside them: by reference in whatever month they stood, or,
-- without one, in a month of which it has a few late records.
CREATE TEMP TABLE standing AS
WITH covered AS (
    SELECT unnest($months::DATE[]) AS month, unnest($areas::VARCHAR[]) AS area
)
SELECT
    incident.rowid AS incident_row,
    date_trunc('month', counted_on)::DATE AS month,
    reference,
    hash(
        counted_on, event_from, event_to, category, flags, "force", district, ward, lsoa, longitude,
        latitude, outcome
    ) AS said,
    (month IN (SELECT unnest($whole_months::DATE[])))
        OR (month, CASE $area_kind WHEN 'force' THEN "force" ELSE district END)
        IN (SELECT (month, area) FROM covered) AS in_scope
FROM incident
WHERE
    source = $source
    AND last_extract IS NULL
    AND (
        in_scope
        OR reference IN (SELECT reference FROM staged WHERE reference IS NOT NULL)
        OR (reference IS NULL AND month IN (SELECT unnest($stray_months::DATE[])))
    )
