-- name: records_by_source(districts)
-- Current records of each source in some districts, by what they are recorded under and month.
SELECT source, measure_set, measure, district, month, sum(n)::BIGINT AS records
FROM monthly_district_count
WHERE list_contains($districts::VARCHAR[], district)
GROUP BY ALL
ORDER BY ALL
