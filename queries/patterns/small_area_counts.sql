-- name: small_area_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, first_month, end_month)
-- Records of each measure by small area (LSOA), the most first, how many say no small area, and the
-- three busiest areas. From first_month up to but not including end_month. Measures come with the
-- leaves they count and the subject of each leaf; districts (grounds) with the one source chosen for
-- each subject.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
-- Added up before it is joined: each row may count for several measures.
kept AS (
    SELECT
        source, CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        measure AS leaf, lsoa, sum(n) AS n
    FROM monthly_count
    WHERE month >= $first_month::DATE
        AND month < $end_month::DATE
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN "force" ELSE district END
        )
        AND list_contains($measure_sets::VARCHAR[], measure_set)
    GROUP BY ALL
),
located AS (
    SELECT wanted.measure, kept.lsoa, sum(kept.n)::BIGINT AS n
    FROM kept
    JOIN wanted
        ON wanted.leaf = kept.leaf
        AND wanted.source = kept.source
        AND wanted.ground = kept.ground
    GROUP BY ALL
)
SELECT
    measure,
    coalesce(list(n ORDER BY n DESC) FILTER (lsoa IS NOT NULL), []) AS counts,
    coalesce(sum(n) FILTER (lsoa IS NULL), 0)::BIGINT AS elsewhere,
    coalesce(
        list_slice(list(lsoa ORDER BY n DESC, lsoa) FILTER (lsoa IS NOT NULL), 1, 3), []
    ) AS busiest
FROM located
GROUP BY measure
ORDER BY measure
