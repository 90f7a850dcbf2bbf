-- name: create_pairing(area_kind, spoken_areas, spoken_months, until)
-- Each arriving record beside the standing one that it repeats, revises or leaves out.
-- Records with a reference pair by it. Those without pair by what they say, the first of several
-- alike with the first, the second with the second, so that no row is ever taken for another's copy.
-- A reference may stand in a month or an area that this extract does not speak of: then the version
-- that reaches further stays, so that it does not matter which of two files was loaded first. `until`
-- is the last month of this extract.
CREATE TEMP TABLE pairing AS
WITH spoken AS (
    SELECT area, month
    FROM (SELECT unnest($spoken_areas::VARCHAR[]) AS area, unnest($spoken_months::DATE[]) AS month)
    GROUP BY ALL
),
brought AS (
    SELECT id AS first_extract, coalesce(list_max(months)::VARCHAR, '') AS until FROM extract
),
-- What stands where the extract does not speak, not even in part, is little.
elsewhere AS (
    SELECT
        incident_row, until, month,
        coalesce(CASE $area_kind WHEN 'force' THEN "force" ELSE district END, '') AS area
    FROM (SELECT incident_row, month FROM standing WHERE NOT coalesce(in_scope, false)) AS beyond
    JOIN incident ON incident.rowid = beyond.incident_row
    LEFT JOIN brought ON brought.first_extract = incident.first_extract
),
reaching AS (
    SELECT incident_row, concat_ws('|', until, month, area) AS precedence
    FROM elsewhere
    ANTI JOIN spoken ON spoken.area = elsewhere.area AND spoken.month = elsewhere.month
),
old AS (
    SELECT
        incident_row, in_scope, said,
        coalesce(
            'reference ' || reference,
            said || ' ' || row_number() OVER (PARTITION BY reference IS NULL, said)
        ) AS identity
    FROM standing
),
arrived AS (
    SELECT
        staged_row, reference,
        hash(
            counted_on, event_from, event_to, category, flags, "force", district, ward, lsoa,
            longitude, latitude, outcome, victims, victim_bands
        ) AS said,
        counted_on,
        CASE $area_kind WHEN 'force' THEN "force" ELSE district END AS area
    FROM arriving
),
new AS (
    SELECT
        staged_row, said, counted_on, area,
        coalesce(
            'reference ' || reference,
            said || ' ' || row_number() OVER (PARTITION BY reference IS NULL, said)
        ) AS identity
    FROM arrived
)
SELECT
    old.incident_row,
    new.staged_row,
    CASE
        WHEN new.staged_row IS NULL THEN 'withdrawn'
        WHEN old.incident_row IS NULL THEN 'loaded'
        WHEN old.said = new.said THEN 'unchanged'
        WHEN reaching.precedence > concat_ws(
            '|',
            coalesce($until::DATE::VARCHAR, ''),
            date_trunc('month', new.counted_on)::DATE,
            coalesce(new.area, '')
        ) THEN 'superseded'
        ELSE 'revised'
    END AS fate
FROM old
FULL JOIN new ON old.identity = new.identity
LEFT JOIN reaching ON reaching.incident_row = old.incident_row
-- A record that the extract neither covers nor carries is none of its business.
WHERE new.staged_row IS NOT NULL OR old.in_scope
