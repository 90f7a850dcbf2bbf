-- name: monthly_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, area_kind, first_month, end_month)
-- Records by measure, ground and area: its months, and the records of each, from first_month up to but not including end_month.
-- Measures come with the leaves they count and the subject of each leaf; grounds come with the one
-- source that is chosen for each subject. Months are numbered from first_month, which is 0. A ward
-- comes with its district, as several have wards of one name; for other areas district is ''.
WITH /* include counted_leaves */,
/* include chosen_sources */,
/* include wanted_leaves */,
-- Whole districts are read from the small table, wards and LSOAs from the large one.
kept AS (
    SELECT source, measure_set, measure AS leaf, force, district, ward, lsoa, month, n
    FROM monthly_count
    WHERE $area_kind IN ('ward', 'lsoa')
    UNION ALL
    SELECT source, measure_set, measure AS leaf, force, district, NULL, NULL, month, n
    FROM monthly_district_count
    WHERE $area_kind NOT IN ('ward', 'lsoa')
),
months AS (
    SELECT
        wanted.measure,
        wanted.ground,
        /* include row_area */,
        date_diff('month', $first_month::DATE, month)::BIGINT AS month,
        sum(n)::BIGINT AS n
    FROM kept
    JOIN wanted
        ON wanted.leaf = kept.leaf
        AND wanted.source = kept.source
        AND wanted.ground = CASE $ground_kind WHEN 'force' THEN force ELSE kept.district END
    WHERE kept.month >= $first_month::DATE
        AND kept.month < $end_month::DATE
        AND list_contains($measure_sets::VARCHAR[], measure_set)
    GROUP BY wanted.measure, wanted.ground, 3, 4, kept.month
)
/* include months_as_lists */
