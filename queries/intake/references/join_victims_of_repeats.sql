-- name: join_victims_of_repeats()
-- Let every row of a repeated reference carry the marks and the bands of all its victims, each once.
UPDATE staged
SET victims = shared.victims, victim_bands = shared.victim_bands
FROM (
    SELECT
        reference,
        string_agg(DISTINCT victims, ' ' ORDER BY victims) AS victims,
        string_agg(DISTINCT victim_bands, ' ' ORDER BY victim_bands) AS victim_bands
    FROM staged
    WHERE reference IS NOT NULL AND (victims IS NOT NULL OR victim_bands IS NOT NULL)
    GROUP BY reference
) AS shared
WHERE staged.reference = shared.reference
