-- name: overlapping_counts(source)
-- Current counts of a source whose months an arriving count shares without being of the same ones,
-- with the months of both: the two cannot stand side by side.
SELECT DISTINCT
    observation.first_extract AS extract, observation.period_start, observation.period_end,
    arriving.period_start AS new_start, arriving.period_end AS new_end
FROM observation
JOIN (SELECT DISTINCT period_start, period_end FROM arriving_count) AS arriving
    ON observation.period_start < arriving.period_end
    AND arriving.period_start < observation.period_end
    AND (
        observation.period_start <> arriving.period_start
        OR observation.period_end <> arriving.period_end
    )
WHERE source = $source AND last_extract IS NULL
ORDER BY ALL
LIMIT 1
