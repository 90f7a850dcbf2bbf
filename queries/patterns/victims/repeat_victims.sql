-- name: repeat_victims(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, first_month, end_month)
-- Of the records of each measure that name victims: how many they are, how many victims, how many of
-- these have two records or more, how many keys their marks were made with, and how many records name
-- one of those who come again. From first_month up to
-- but not including end_month. Measures come with their leaves, districts with their sources, as in
-- small_area_counts.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
recorded AS (
    SELECT
        row_number() OVER () AS record, source, victims,
        CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        unnest(list_distinct(list_append(coalesce(flags, []::VARCHAR[]), measure))) AS leaf
    FROM incident
    WHERE last_extract IS NULL
        AND victims IS NOT NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_month::DATE
        AND counted_on < $end_month::DATE
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN "force" ELSE district END
        )
        AND list_contains($measure_sets::VARCHAR[], measure_set)
),
named AS (
    SELECT DISTINCT wanted.measure, recorded.record, recorded.source, unnest(recorded.victims) AS mark
    FROM recorded
    JOIN wanted
        ON wanted.leaf = recorded.leaf
        AND wanted.source = recorded.source
        AND wanted.ground = recorded.ground
),
-- Two sources may give one reference to two people.
of_victim AS (
    SELECT measure, source, mark, count(*) AS records FROM named GROUP BY ALL
),
naming AS (
    SELECT
        named.measure,
        count(DISTINCT named.record) AS naming,
        count(DISTINCT named.record) FILTER (of_victim.records >= 2) AS of_repeat
    FROM named
    JOIN of_victim USING (measure, source, mark)
    GROUP BY named.measure
)
SELECT
    measure,
    any_value(naming.naming)::BIGINT AS naming,
    count(*)::BIGINT AS victims,
    count(*) FILTER (records >= 2)::BIGINT AS repeat_victims,
    count(DISTINCT left(mark, 8))::BIGINT AS "keys",
    any_value(naming.of_repeat)::BIGINT AS of_repeat
FROM of_victim
JOIN naming USING (measure)
GROUP BY measure
ORDER BY measure
