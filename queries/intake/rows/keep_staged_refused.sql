-- name: keep_staged_refused()
-- The references of staged rows that are refused and of no other row: what stands under them stays as
-- it is until they are put right.
CREATE TEMP TABLE staged_refused AS
SELECT DISTINCT reference
FROM staged
WHERE
    refused_date IS NOT NULL
    AND reference IS NOT NULL
    AND reference NOT IN (
        SELECT reference FROM staged WHERE refused_date IS NULL AND reference IS NOT NULL
    )
