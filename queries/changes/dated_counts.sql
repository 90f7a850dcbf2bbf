-- name: dated_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, area_kind, first_day, end_day)
-- Records by measure, ground and area: its months, and the records of each, from first_day up to but not including end_day.
-- Read from the records themselves, for dates that monthly counts cannot answer; otherwise the
-- same as monthly_counts. Months are numbered from that of first_day, which is 0.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
recorded AS (
    SELECT
        source, force, incident.district, coalesce(incident.ward, lsoa_ward.ward) AS ward, lsoa,
        counted_on,
        -- A record is counted under its measure, and apart from that under each of its flags.
        unnest(list_prepend(measure, coalesce(flags, []))) AS leaf
    FROM incident
    LEFT JOIN lsoa_ward USING (lsoa)
    WHERE last_extract IS NULL
        AND counted_on >= $first_day::DATE
        AND counted_on < $end_day::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN force ELSE incident.district END
        )
),
months AS (
    SELECT
        wanted.measure,
        wanted.ground,
        /* include row_area */,
        date_diff('month', $first_day::DATE, counted_on)::BIGINT AS month,
        count(*)::BIGINT AS n
    FROM recorded
    JOIN wanted
        ON wanted.leaf = recorded.leaf
        AND wanted.source = recorded.source
        AND wanted.ground = CASE $ground_kind WHEN 'force' THEN force ELSE recorded.district END
    GROUP BY ALL
)
/* include months_as_lists */
