-- name: flagged_offences(flags, ground_kind, grounds, sources, first_month, end_month)
-- What records with a flag are recorded as, from first_month up to but not including end_month.
-- Flags come with the grounds (districts or a force) and the one source chosen for each. Read from the records:
-- the kept counts do not say which flags stand on which offences.
WITH chosen AS (
    SELECT
        unnest($flags::VARCHAR[]) AS flag,
        unnest($grounds::VARCHAR[]) AS ground,
        unnest($sources::VARCHAR[]) AS source
),
marked AS (
    SELECT
        source, CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        measure_set, measure, flags
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_month::DATE
        AND counted_on < $end_month::DATE
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN "force" ELSE district END
        )
        AND list_has_any(flags, $flags::VARCHAR[])
)
SELECT chosen.flag, marked.measure_set, marked.measure AS leaf, count(*)::BIGINT AS n
FROM marked
JOIN chosen
    ON chosen.source = marked.source
    AND chosen.ground = marked.ground
    AND list_contains(marked.flags, chosen.flag)
GROUP BY ALL
ORDER BY ALL
