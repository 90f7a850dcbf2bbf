-- name: join_victims_of_repeats()
-- Let every row of a repeated reference carry the marks of all its victims, each once.
UPDATE staged
SET victims = shared.victims
FROM (
    SELECT reference, string_agg(DISTINCT victims, ' ' ORDER BY victims) AS victims
    FROM staged
    WHERE reference IS NOT NULL AND victims IS NOT NULL
    GROUP BY reference
) AS shared
WHERE staged.reference = shared.reference
