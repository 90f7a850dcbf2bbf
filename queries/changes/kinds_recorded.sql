-- name: kinds_recorded()
-- What each source has records of, offences and all else.
SELECT source, list(DISTINCT measure) AS kinds
FROM monthly_district_count
GROUP BY source
