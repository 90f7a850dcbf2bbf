-- name: create_pairing(area_kind, until)
-- Each arriving record beside the standing one that it repeats, revises or leaves out.
-- Records with a reference pair by it. Those without pair by what they say, the first of several
-- alike with the first, the second with the second, so that no row is ever taken for another's copy.
-- A reference may stand in a month or an area that this extract does not speak of: then the version
-- that reaches further stays, so that it does not matter which of two files was loaded first. `until`
-- is the last month of this extract.
CREATE TEMP TABLE pairing AS
WITH old AS (
    SELECT
        incident_row, in_scope, said, precedence,
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
            longitude, latitude, outcome
        ) AS said,
        concat_ws(
            '|',
            coalesce($until::DATE::VARCHAR, ''),
            date_trunc('month', counted_on)::DATE,
            coalesce(CASE $area_kind WHEN 'force' THEN "force" ELSE district END, '')
        ) AS precedence
    FROM arriving
),
new AS (
    SELECT
        staged_row, said, precedence,
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
        WHEN old.precedence > new.precedence THEN 'superseded'
        ELSE 'revised'
    END AS fate
FROM old
FULL JOIN new ON old.identity = new.identity
-- A record that the extract neither covers nor carries is none of its business.
WHERE new.staged_row IS NOT NULL OR old.in_scope
