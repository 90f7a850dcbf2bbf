-- name: count_months_anew(source, months)
-- Count the current records of a source in some months by measure and smallest area; once more by
-- each flag they carry; those that are left out of every figure, by neither. What arrived as counts
-- is added to its first month.
INSERT INTO monthly_count BY NAME
WITH recorded AS (
    SELECT
        source, measure_set, measure, flags, "force", district, ward, lsoa, longitude, latitude,
        date_trunc('month', counted_on)::DATE AS month
    FROM incident
    WHERE
        source = $source
        AND last_extract IS NULL
        AND measure <> 'left-out'
        AND date_trunc('month', counted_on)::DATE IN (SELECT unnest($months::DATE[]))
),
/* include located_record */
SELECT source, measure_set, measure, "force", district, ward, lsoa, month, count(*) AS n
FROM located
GROUP BY source, measure_set, measure, "force", district, ward, lsoa, month
UNION ALL BY NAME
SELECT source, measure_set, flag AS measure, "force", district, ward, lsoa, month, count(*) AS n
FROM located, unnest(flags) AS flagged (flag)
GROUP BY source, measure_set, flag, "force", district, ward, lsoa, month
UNION ALL BY NAME
SELECT
    source, measure_set, measure, "force", observation.district,
    coalesce(known_ward.ward, observation.ward, lsoa_ward.ward) AS ward, lsoa,
    period_start AS month, sum(apart)::BIGINT AS n
FROM observation
LEFT JOIN known_ward
    ON known_ward.said = observation.ward AND known_ward.district = observation.district
LEFT JOIN lsoa_ward USING (lsoa)
WHERE
    source = $source
    AND last_extract IS NULL
    AND apart > 0
    AND measure <> 'left-out'
    AND period_start IN (SELECT unnest($months::DATE[]))
GROUP BY ALL
