-- name: counts_added_beside(source)
-- Counts that a table would add, and those that are there of the same place and months, where the
-- one may hold the other: of another measure, or of a larger or smaller area.
SELECT DISTINCT
    arrived.category, arrived.measure, there.category AS category_there,
    there.measure AS measure_there, arrived.period_start, arrived.period_end
FROM count_pairing
JOIN arriving_count AS arrived ON arrived.rowid = arriving_row
JOIN observation AS there
    ON there.source = $source
    AND there.last_extract IS NULL
    AND there.period_start = arrived.period_start
    AND there.period_end = arrived.period_end
    AND there."force" IS NOT DISTINCT FROM arrived."force"
    AND (
        there.district IS NOT DISTINCT FROM arrived.district
        OR there.district IS NULL
        OR arrived.district IS NULL
    )
WHERE
    fate = 'loaded'
    AND (
        there.area_kind <> arrived.area_kind
        OR (there.area = arrived.area AND there.measure <> arrived.measure)
    )
ORDER BY ALL
