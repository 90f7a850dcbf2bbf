-- name: dated_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, area_kind, first_day, end_day)
-- Records by measure, ground and area: its months, and the records of each, from first_day up to but not including end_day.
-- Read from the records themselves, for dates that monthly counts cannot answer; otherwise the
-- same as monthly_counts. Months are numbered from that of first_day, which is 0.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
recorded AS (
    SELECT
        source, force, district, ward, lsoa, longitude, latitude, counted_on,
        -- A record is counted under its measure, and apart from that under each of its flags.
        list_prepend(measure, coalesce(flags, [])) AS leaves
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_day::DATE
        AND counted_on < $end_day::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN force ELSE district END
        )
),
/* include placed_record */,
/* include located_record */,
marked AS (
    SELECT source, force, district, ward, lsoa, counted_on, unnest(leaves) AS leaf
    FROM located
),
months AS (
    SELECT
        wanted.measure,
        wanted.ground,
        /* include row_area */,
        date_diff('month', $first_day::DATE, counted_on)::BIGINT AS month,
        count(*)::BIGINT AS n
    FROM marked
    JOIN wanted
        ON wanted.leaf = marked.leaf
        AND wanted.source = marked.source
        AND wanted.ground = CASE $ground_kind WHEN 'force' THEN force ELSE marked.district END
    GROUP BY ALL
)
/* include months_as_lists */
