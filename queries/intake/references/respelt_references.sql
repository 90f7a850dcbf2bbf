-- name: respelt_references(source, digested)
-- How many references of the extract are those of records of the same day that are there and stay, written
-- another way, or kept as a digest on one side alone (`digested` says which); and one of them, both ways.
WITH referring AS (
    SELECT reference, counted_on FROM arriving WHERE reference IS NOT NULL
),
new AS (
    SELECT
        reference, counted_on,
        CASE WHEN $digested THEN reference ELSE bare_reference(reference) END AS bare,
        CASE WHEN $digested THEN reference ELSE md5(reference) END AS digest
    FROM referring
    ANTI JOIN standing ON standing.reference = referring.reference
),
there AS (
    SELECT reference, counted_on, rowid AS incident_row
    FROM incident
    WHERE
        source = $source
        AND last_extract IS NULL
        AND reference IS NOT NULL
        AND counted_on IN (SELECT counted_on FROM new)
),
old AS (
    SELECT reference, counted_on, bare_reference(reference) AS bare, md5(reference) AS digest
    FROM there
    ANTI JOIN standing ON standing.incident_row = there.incident_row
),
both_ways AS (
    SELECT new.reference AS written, old.reference AS there
    FROM new
    JOIN old ON old.counted_on = new.counted_on AND old.bare = new.bare
    UNION
    SELECT new.reference AS written, old.reference AS there
    FROM new
    JOIN old ON old.counted_on = new.counted_on
        AND (CASE WHEN $digested THEN old.digest ELSE old.reference END) = new.digest
)
SELECT
    (SELECT count(DISTINCT reference) FROM referring) AS "all",
    count(DISTINCT written) AS respelt,
    min(written) AS example,
    min_by(there, written) AS example_there
FROM both_ways
