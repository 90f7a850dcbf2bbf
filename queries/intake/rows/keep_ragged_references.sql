-- name: keep_ragged_references(references, told_apart, digested, keyed)
-- Add what may be the references of rows with too many or too few cells to those of refused rows, unless
-- another row has them; written as stage_rows writes them, which has no such rows.
INSERT INTO staged_refused
WITH written AS (
    SELECT
        nullif(tidied_reference(unnest($references::VARCHAR[])), '') AS own_reference,
        unnest($told_apart::VARCHAR[]) AS told_apart
),
named AS (
    SELECT DISTINCT
        CASE WHEN $digested THEN md5(own_reference) ELSE own_reference END
        || CASE WHEN $keyed THEN ' (' || trim(told_apart) || ')' ELSE '' END AS reference
    FROM written
)
SELECT reference
FROM named
WHERE
    reference IS NOT NULL
    AND reference NOT IN (SELECT reference FROM staged WHERE reference IS NOT NULL)
    AND reference NOT IN (SELECT reference FROM staged_refused)
