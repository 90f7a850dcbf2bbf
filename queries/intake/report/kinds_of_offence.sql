-- name: kinds_of_offence(offences)
-- The kinds of offence that each source has records of: a fire service's may all be arson.
SELECT source, list(DISTINCT measure ORDER BY measure) AS kinds
FROM monthly_district_count
WHERE measure IN (SELECT unnest($offences::VARCHAR[]))
GROUP BY source
ORDER BY source
