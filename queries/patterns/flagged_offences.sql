-- name: flagged_offences(flags, grounds, sources, first_month, end_month)
-- What records with a flag are recorded as, from first_month up to but not including end_month.
-- Flags come with the districts (grounds) and the one source chosen for each. Read from the records:
-- the kept counts do not say which flags stand on which offences.
WITH chosen AS (
    SELECT
        unnest($flags::VARCHAR[]) AS flag,
        unnest($grounds::VARCHAR[]) AS ground,
        unnest($sources::VARCHAR[]) AS source
),
marked AS (
    SELECT source, district, measure_set, measure, flags
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_month::DATE
        AND counted_on < $end_month::DATE
        AND list_contains($grounds::VARCHAR[], district)
        AND list_has_any(flags, $flags::VARCHAR[])
)
SELECT chosen.flag, marked.measure_set, marked.measure AS leaf, count(*)::BIGINT AS n
FROM marked
JOIN chosen
    ON chosen.source = marked.source
    AND chosen.ground = marked.district
    AND list_contains(marked.flags, chosen.flag)
GROUP BY ALL
ORDER BY ALL
