-- name: outcome_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, first_day, end_day)
-- Records of each measure by the outcome that their source writes (null where it writes none), from
-- first_day up to but not including end_day. Measures come with the leaves they count and the subject of each
-- leaf; grounds with the one source chosen for each subject. A record counts under its measure, and apart from
-- that under each of its flags, as in dated_counts: so the outcomes of a measure add up to its count.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
-- Counted before each is put under its leaves: records alike are many.
recorded AS (
    SELECT
        source,
        CASE $ground_kind WHEN 'force' THEN force ELSE district END AS ground,
        measure, flags, outcome, count(*) AS n
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_day::DATE
        AND counted_on < $end_day::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN force ELSE district END
        )
    GROUP BY ALL
),
marked AS (
    SELECT source, ground, outcome, n, unnest(list_prepend(measure, coalesce(flags, []))) AS leaf
    FROM recorded
)
SELECT wanted.measure, marked.outcome, sum(marked.n)::BIGINT AS n
FROM marked
JOIN wanted
    ON wanted.leaf = marked.leaf
    AND wanted.source = marked.source
    AND wanted.ground = marked.ground
GROUP BY ALL
ORDER BY ALL
