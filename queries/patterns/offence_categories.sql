-- name: offence_categories(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, first_month, end_month)
-- What sources call the records of each measure and leaf, from first_month up to but not including
-- end_month: where they write offence codes, a weight may be that of the offence itself. Measures
-- come with the leaves they count and the subject of each leaf; grounds (districts or a force)
-- with the one source chosen for each subject. Read from the records: the kept counts do not say categories.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
named AS (
    SELECT
        source, CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        measure AS leaf, category, count(*) AS n
    FROM incident
    WHERE last_extract IS NULL
        AND counted_on >= $first_month::DATE
        AND counted_on < $end_month::DATE
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN "force" ELSE district END
        )
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains($leaves::VARCHAR[], measure)
    GROUP BY ALL
)
SELECT wanted.measure, named.leaf, named.category, sum(named.n)::BIGINT AS n
FROM named
JOIN wanted
    ON wanted.leaf = named.leaf
    AND wanted.source = named.source
    AND wanted.ground = named.ground
GROUP BY ALL
ORDER BY ALL
