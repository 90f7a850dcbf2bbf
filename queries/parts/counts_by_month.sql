-- part: counts_by_month
-- Records by measure and smallest area, once more by each flag they carry, and what arrived as counts.
-- Records that lie together come with all their months, and a number stands for what they share, so
-- that its texts are compared once for each place and not for each month.
cells AS MATERIALIZED (
    SELECT
        row_number() OVER () AS cell, source, measure_set, measure, "force", district, ward, lsoa,
        flatten(list(months)) AS months
    FROM located
    GROUP BY source, measure_set, measure, "force", district, ward, lsoa
),
cell_months AS (
    SELECT cell, month, count(*) AS n
    FROM (SELECT cell, unnest(months) AS month FROM cells)
    GROUP BY cell, month
)
SELECT source, measure_set, measure, "force", district, ward, lsoa, month, n
FROM cell_months
JOIN cells USING (cell)
UNION ALL BY NAME
SELECT
    source, measure_set, measure, "force", counted.district,
    coalesce(known_ward.ward, counted.ward, lsoa_ward.ward) AS ward, lsoa,
    period_start AS month, sum(apart)::BIGINT AS n
FROM counted
LEFT JOIN known_ward
    ON known_ward.said = counted.ward AND known_ward.district = counted.district
LEFT JOIN lsoa_ward USING (lsoa)
GROUP BY ALL
