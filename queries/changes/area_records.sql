-- name: area_records(ground_kind, grounds, sources, measure_sets, flags, area_kind, first_month, end_month)
-- Records of any kind by ground and ward or LSOA: its months, and the records of each, from
-- first_month up to but not including end_month. They are those of the sources that answer for each
-- ground. Flags are left out: what they mark is counted already. Months are numbered as in
-- monthly_counts, whose shape this has.
WITH answering AS (
    SELECT DISTINCT unnest($grounds::VARCHAR[]) AS ground, unnest($sources::VARCHAR[]) AS source
),
months AS (
    SELECT
        'any' AS measure,
        answering.ground,
        /* include row_area */,
        date_diff('month', $first_month::DATE, month)::BIGINT AS month,
        sum(n)::BIGINT AS n
    FROM monthly_count AS kept
    JOIN answering
        ON answering.source = kept.source
        AND answering.ground = CASE $ground_kind WHEN 'force' THEN force ELSE kept.district END
    WHERE kept.month >= $first_month::DATE
        AND kept.month < $end_month::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND NOT list_contains($flags::VARCHAR[], kept.measure)
    GROUP BY answering.ground, 3, 4, kept.month
)
/* include months_as_lists */
