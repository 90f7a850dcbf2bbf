-- part: counts_by_month
-- Records by measure and smallest area, once more by each flag they carry, and what arrived as counts.
SELECT source, measure_set, measure, "force", district, ward, lsoa, month, count(*) AS n
FROM current_incident
GROUP BY source, measure_set, measure, "force", district, ward, lsoa, month
UNION ALL BY NAME
SELECT source, measure_set, flag AS measure, "force", district, ward, lsoa, month, count(*) AS n
FROM current_incident, unnest(flags) AS flagged (flag)
GROUP BY source, measure_set, flag, "force", district, ward, lsoa, month
UNION ALL BY NAME
SELECT
    source, measure_set, measure, "force", current_observation.district,
    coalesce(current_observation.ward, lsoa_ward.ward) AS ward, lsoa, period_start AS month,
    sum(apart)::BIGINT AS n
FROM current_observation
LEFT JOIN lsoa_ward USING (lsoa)
GROUP BY ALL
