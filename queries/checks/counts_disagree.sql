-- name: counts_disagree()
-- Months and areas where the kept counts differ from the current records and counts: there should be none.
WITH counted AS (
    SELECT source, measure_set, measure, "force", district, ward, lsoa, month, n
    FROM monthly_count
),
recorded AS (
    SELECT * FROM incident WHERE last_extract IS NULL AND measure <> 'left-out'
),
/* include placed_record */,
/* include located_record */,
recounted AS (
    SELECT
        source, measure_set, measure, "force", district, ward, lsoa,
        date_trunc('month', counted_on)::DATE AS month, sum(n)::BIGINT AS n
    FROM (
        SELECT source, measure_set, measure, "force", district, ward, lsoa, counted_on, 1 AS n
        FROM located
        UNION ALL
        SELECT source, measure_set, flag, "force", district, ward, lsoa, counted_on, 1 AS n
        FROM located, unnest(flags) AS flagged (flag)
        UNION ALL
        SELECT
            source, measure_set, measure, "force", observation.district,
            coalesce(known_ward.ward, observation.ward, lsoa_ward.ward), lsoa, period_start, apart
        FROM observation
        LEFT JOIN known_ward
            ON known_ward.said = observation.ward AND known_ward.district = observation.district
        LEFT JOIN lsoa_ward USING (lsoa)
        WHERE last_extract IS NULL AND apart > 0 AND measure <> 'left-out'
    )
    GROUP BY ALL
)
(SELECT * FROM counted EXCEPT ALL SELECT * FROM recounted)
UNION ALL
(SELECT * FROM recounted EXCEPT ALL SELECT * FROM counted)
