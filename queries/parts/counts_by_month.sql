-- part: counts_by_month
-- Records by measure and smallest area, once more by each flag they carry, and what arrived as counts.
SELECT source, measure_set, measure, "force", district, ward, lsoa, month, count(*) AS n
FROM located
GROUP BY source, measure_set, measure, "force", district, ward, lsoa, month
UNION ALL BY NAME
SELECT source, measure_set, flag AS measure, "force", district, ward, lsoa, month, count(*) AS n
FROM located, unnest(flags) AS flagged (flag)
GROUP BY source, measure_set, flag, "force", district, ward, lsoa, month
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
