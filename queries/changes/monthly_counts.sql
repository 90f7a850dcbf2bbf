-- name: monthly_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, area_kind, first_month, end_month)
-- Records by measure, ground, area and month, from first_month up to but not including end_month.
-- Measures come with the leaves they count and the subject of each leaf; grounds come with the one
-- source that is chosen for each subject. Months are numbered from first_month, which is 0. A ward
-- comes with its district, as several have wards of one name; for other areas district is ''.
WITH counted AS (
    SELECT
        unnest($measures::VARCHAR[]) AS measure,
        unnest($leaves::VARCHAR[]) AS leaf,
        unnest($leaf_subjects::VARCHAR[]) AS subject
),
chosen AS (
    SELECT
        unnest($grounds::VARCHAR[]) AS ground,
        unnest($subjects::VARCHAR[]) AS subject,
        unnest($sources::VARCHAR[]) AS source
),
-- Whole districts are read from the small table, wards and LSOAs from the large one.
kept AS (
    SELECT source, measure_set, measure, force, district, ward, lsoa, month, n
    FROM monthly_count
    WHERE $area_kind IN ('ward', 'lsoa')
    UNION ALL
    SELECT source, measure_set, measure, force, district, NULL, NULL, month, n
    FROM monthly_district_count
    WHERE $area_kind NOT IN ('ward', 'lsoa')
),
recorded AS (
    SELECT
        source,
        measure AS leaf,
        CASE $ground_kind WHEN 'force' THEN force ELSE district END AS ground,
        CASE $area_kind WHEN 'ward' THEN district END AS district,
        CASE $area_kind
            WHEN 'district' THEN district WHEN 'ward' THEN ward WHEN 'lsoa' THEN lsoa
        END AS area,
        month,
        sum(n) AS n
    FROM kept
    WHERE month >= $first_month::DATE
        AND month < $end_month::DATE
        AND measure IN (SELECT leaf FROM counted)
        AND list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN force ELSE district END
        )
    GROUP BY ALL
)
SELECT
    counted.measure,
    recorded.ground,
    coalesce(recorded.district, '') AS district,
    coalesce(recorded.area, '') AS area,
    date_diff('month', $first_month::DATE, recorded.month)::BIGINT AS month,
    sum(recorded.n)::BIGINT AS n
FROM recorded
JOIN chosen ON chosen.source = recorded.source AND chosen.ground = recorded.ground
JOIN counted ON counted.leaf = recorded.leaf AND counted.subject = chosen.subject
GROUP BY ALL
