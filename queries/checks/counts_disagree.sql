-- name: counts_disagree()
-- Months and areas where the kept counts differ from the current records: there should be none.
WITH counted AS (
    SELECT source, measure_set, measure, "force", district, ward, lsoa, month, n
    FROM monthly_count
),
placed AS (
    SELECT incident.* EXCLUDE (ward), coalesce(incident.ward, lsoa_ward.ward) AS ward
    FROM incident
    LEFT JOIN lsoa_ward USING (lsoa)
    WHERE last_extract IS NULL
),
recounted AS (
    SELECT
        source, measure_set, measure, "force", district, ward, lsoa,
        date_trunc('month', counted_on)::DATE AS month, count(*) AS n
    FROM (
        SELECT source, measure_set, measure, "force", district, ward, lsoa, counted_on
        FROM placed
        UNION ALL
        SELECT source, measure_set, flag, "force", district, ward, lsoa, counted_on
        FROM placed, unnest(flags) AS flagged (flag)
    )
    GROUP BY ALL
)
(SELECT * FROM counted EXCEPT ALL SELECT * FROM recounted)
UNION ALL
(SELECT * FROM recounted EXCEPT ALL SELECT * FROM counted)
