-- name: months_losing_records(source)
-- By month of a source's current records: how many there are, how many the extract withdraws, and
-- how many of those come back under no reference, or another one, as a record of the same day, kind
-- and place. Two records that both have a reference are never one.
WITH gone AS (
    SELECT
        standing.month,
        hash(counted_on, event_from, measure, district, ward, lsoa, longitude, latitude) AS alike,
        count(*) AS n,
        count(*) FILTER (incident.reference IS NULL) AS unnamed
    FROM pairing
    JOIN standing ON standing.incident_row = pairing.incident_row
    JOIN incident ON incident.rowid = pairing.incident_row
    WHERE fate = 'withdrawn'
    GROUP BY ALL
),
come AS (
    SELECT
        date_trunc('month', counted_on)::DATE AS month,
        hash(counted_on, event_from, measure, district, ward, lsoa, longitude, latitude) AS alike,
        count(*) AS n,
        count(*) FILTER (arriving.reference IS NULL) AS unnamed
    FROM pairing
    JOIN arriving ON arriving.staged_row = pairing.staged_row
    WHERE fate = 'loaded'
    GROUP BY ALL
),
lost AS (
    SELECT
        gone.month,
        sum(gone.n)::BIGINT AS withdrawn,
        sum(least(
            gone.n, coalesce(come.unnamed + least(gone.unnamed, come.n - come.unnamed), 0)
        ))::BIGINT AS back
    FROM gone
    LEFT JOIN come ON come.month = gone.month AND come.alike = gone.alike
    GROUP BY gone.month
),
stored AS (
    SELECT month, sum(n)::BIGINT AS n
    FROM monthly_district_count
    WHERE source = $source
    GROUP BY month
)
SELECT lost.month, stored.n, lost.withdrawn, lost.back
FROM lost
JOIN stored ON stored.month = lost.month
ORDER BY lost.month
