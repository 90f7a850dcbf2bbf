-- name: repeat_places(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, first_before, end_before, first_now, end_now)
-- For every place that a record of a measure gives in either of two periods, how many records it has in
-- the earlier (`before`) and in the later (`now`): places are positions, to about ten metres. Grounds come with the one source
-- chosen for each subject.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
-- Counted before each is put under its leaves: records alike are many.
recorded AS (
    SELECT
        source, measure, flags,
        CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        round(longitude, 4) AS longitude, round(latitude, 4) AS latitude,
        counted_on >= $first_now::DATE AND counted_on < $end_now::DATE AS is_now,
        count(*) AS n
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND longitude IS NOT NULL
        AND (
            (counted_on >= $first_before::DATE AND counted_on < $end_before::DATE)
            OR (counted_on >= $first_now::DATE AND counted_on < $end_now::DATE)
        )
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN "force" ELSE district END
        )
    GROUP BY ALL
),
marked AS (
    SELECT
        source, ground, longitude, latitude, is_now, n,
        unnest(list_distinct(list_append(coalesce(flags, []::VARCHAR[]), measure))) AS leaf
    FROM recorded
)
SELECT
    coalesce(sum(marked.n) FILTER (NOT is_now), 0)::BIGINT AS before,
    coalesce(sum(marked.n) FILTER (is_now), 0)::BIGINT AS now
FROM marked
JOIN wanted
    ON wanted.leaf = marked.leaf
    AND wanted.source = marked.source
    AND wanted.ground = marked.ground
GROUP BY marked.longitude, marked.latitude
ORDER BY now DESC, before DESC
