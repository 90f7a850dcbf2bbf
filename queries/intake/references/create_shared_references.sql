-- name: create_shared_references(as_written)
-- The staged rows whose reference another row has too; unless `as_written`, also in other capitals, or with
-- other spaces, hyphens and the like. All are looked through once, by hashes, so that no long text is
-- sorted: what rests on this compares the few that are found in full.
CREATE OR REPLACE TEMP TABLE shared_reference AS
WITH referring AS (
    SELECT
        rowid AS staged_row,
        hash(CASE
            WHEN $as_written THEN reference
            ELSE upper(replace(
                replace(replace(replace(replace(reference, ' ', ''), '-', ''), '_', ''), '/', ''), '.', ''
            ))
        END) AS bare
    FROM staged
    WHERE reference IS NOT NULL
)
SELECT staged_row, bare
FROM referring
SEMI JOIN (SELECT bare FROM referring GROUP BY bare HAVING count(*) > 1) AS shared USING (bare)
