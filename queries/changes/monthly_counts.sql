-- name: monthly_counts(measures, leaves, leaf_subjects, ground_kind, grounds, subjects, sources, measure_sets, area_kind, first_month, end_month)
-- Records by measure, ground and area: its months, and the records of each, from first_month up to but not including end_month.
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
wanted AS (
    SELECT measure, leaf, ground, source
    FROM counted
    JOIN chosen USING (subject)
),
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
        CASE $area_kind WHEN 'ward' THEN coalesce(district, '') ELSE '' END AS district,
        CASE $area_kind
            WHEN 'district' THEN coalesce(district, '')
            WHEN 'ward' THEN coalesce(ward, '')
            WHEN 'lsoa' THEN coalesce(lsoa, '')
            ELSE ''
        END AS area,
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
SELECT
    measure, ground, district, area,
    list(month ORDER BY month) AS months,
    list(n ORDER BY month) AS counts
FROM months
GROUP BY measure, ground, district, area
