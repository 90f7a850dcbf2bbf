-- name: records_by_time(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, months, first_day, end_day, with_hours_of_ends, longest, hours_of_cycle)
-- Records of a measure by when they happened, spread evenly from the earliest moment to the latest that
-- each may have (aoristic): by hours, counted from Monday 1 January of the year 1 and again from 0
-- after so many as a cycle has, and by days, counted from the same one. They are those counted in some
-- months, from first_day up to but not including end_day. `known` says what a record tells: its hour
-- (minute), its day, its month, no more than when it was recorded, an end before its start, or that it
-- took more than `longest` seconds. With unit and cell null stands how many records are so. What tells
-- a day runs from its first moment to its last; so does an end at midnight, in sources that write no
-- hours of ends (not in with_hours_of_ends), and where it would lie before the start.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
recorded AS NOT MATERIALIZED (
    SELECT
        source, CASE $ground_kind WHEN 'force' THEN "force" ELSE district END AS ground,
        precision, event_from, event_to, measure, flags
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND counted_on >= $first_day::DATE
        AND counted_on < $end_day::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN "force" ELSE district END
        )
        AND (
            -- Where no month between is left out, none has to be looked for.
            date_diff('month', $first_day::DATE, $end_day::DATE - 1) + 1 = len($months::DATE[])
            OR list_contains($months::DATE[], date_trunc('month', counted_on)::DATE)
        )
),
-- A record is counted under its measure, and apart from that under each of its flags.
marked AS (
    SELECT source, ground, precision, event_from, event_to, measure AS leaf
    FROM recorded
    WHERE list_contains($leaves::VARCHAR[], measure)
    UNION ALL
    SELECT source, ground, precision, event_from, event_to, unnest(flags) AS leaf
    FROM recorded
    WHERE flags IS NOT NULL AND list_has_any(flags, $leaves::VARCHAR[])
),
of_measure AS (
    SELECT marked.source, precision, event_from, event_to
    FROM marked
    JOIN wanted
        ON wanted.leaf = marked.leaf
        AND wanted.source = marked.source
        AND wanted.ground = marked.ground
),
spans AS (
    SELECT
        CASE WHEN precision <> 'month' AND event_from IS NULL THEN 'recorded' ELSE precision END AS known,
        CASE precision WHEN 'minute' THEN event_from ELSE date_trunc('day', event_from) END AS first_moment,
        CASE
            WHEN precision <> 'minute'
                THEN date_trunc('day', coalesce(event_to, event_from)) + INTERVAL 1 DAY
            WHEN event_to = date_trunc('day', event_to) AND (
                event_to < event_from OR NOT list_contains($with_hours_of_ends::VARCHAR[], source)
            ) THEN event_to + INTERVAL 1 DAY
            ELSE coalesce(event_to, event_from)
        END AS last_moment
    FROM of_measure
),
seconds AS (
    SELECT
        known,
        date_diff('second', TIMESTAMP '0001-01-01', first_moment) AS starts,
        date_diff('second', TIMESTAMP '0001-01-01', last_moment) AS stops
    FROM spans
),
-- Those that begin and end together are spread together.
told AS MATERIALIZED (
    SELECT
        starts, stops,
        CASE
            WHEN known IN ('month', 'recorded') THEN known
            -- Of days, one that ends on the day before it began has no length.
            WHEN stops < starts OR (known = 'day' AND stops = starts) THEN 'reversed'
            WHEN stops - starts > $longest::BIGINT THEN 'long'
            ELSE known
        END AS known
    FROM seconds
),
units AS (
    SELECT 'hour' AS unit, 3600::BIGINT AS width, $hours_of_cycle::BIGINT AS cycle
    UNION ALL
    SELECT 'day', 86400, NULL
),
-- What happened at one moment lies in one cell whole.
cut AS (
    SELECT
        unit, width, cycle, known, starts, stops, greatest(stops - starts, 1) AS length,
        starts // width AS first_cell,
        greatest(starts, stops - 1) // width AS last_cell
    FROM told
    CROSS JOIN units
    WHERE known = 'minute' OR (known = 'day' AND unit = 'day')
),
runs AS (
    SELECT
        unit, cycle, known, coalesce(first_cell % cycle, first_cell) AS first_cell,
        last_cell - first_cell AS further,
        count(*) AS n,
        sum(((first_cell + 1) * width - starts) / length) AS in_first,
        sum(width / length) AS in_each,
        sum((stops - last_cell * width) / length) AS in_last
    FROM cut
    GROUP BY ALL
),
spread AS (
    SELECT
        unit, known, coalesce((first_cell + step) % cycle, first_cell + step) AS cell,
        CASE
            WHEN further = 0 THEN n
            WHEN step = 0 THEN in_first
            WHEN step = further THEN in_last
            ELSE in_each
        END AS n
    FROM (SELECT *, unnest(range(further + 1)) AS step FROM runs)
)
SELECT unit, known, cell, sum(n)::DOUBLE AS n FROM spread GROUP BY unit, known, cell
UNION ALL
SELECT NULL AS unit, known, NULL AS cell, count(*)::DOUBLE AS n FROM told GROUP BY known
ORDER BY ALL
