-- name: counts_disagree()
-- Months and areas where the kept counts differ from the current records and counts: there should be none.
WITH counted AS (
    SELECT source, measure_set, measure, "force", district, ward, lsoa, month, n
    FROM monthly_count
),
placed AS (
    SELECT incident.* EXCLUDE (ward), coalesce(incident.ward, lsoa_ward.ward) AS ward
    FROM incident
    LEFT JOIN lsoa_ward USING (lsoa)
    WHERE last_extract IS NULL AND measure <> 'left-out'
),
recounted AS (
    SELECT
        source, measure_set, measure, "force", district, ward, lsoa,
        date_trunc('month', counted_on)::DATE AS month, sum(n)::BIGINT AS n
    FROM (
        SELECT source, measure_set, measure, "force", district, ward, lsoa, counted_on, 1 AS n
        FROM placed
        UNION ALL
        SELECT source, measure_set, flag, "force", district, ward, lsoa, counted_on, 1 AS n
        FROM placed, unnest(flags) AS flagged (flag)
        UNION ALL
        SELECT
            source, measure_set, measure, "force", observation.district,
            coalesce(observation.ward, lsoa_ward.ward), lsoa, period_start, apart
        FROM observation
        LEFT JOIN lsoa_ward USING (lsoa)
        WHERE last_extract IS NULL AND apart > 0 AND measure <> 'left-out'
    )
    GROUP BY ALL
)
(SELECT * FROM counted EXCEPT ALL SELECT * FROM recounted)
UNION ALL
(SELECT * FROM recounted EXCEPT ALL SELECT * FROM counted)
