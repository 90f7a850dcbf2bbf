-- name: count_districts_anew(source, months)
-- Add up the counts of a source in some months over its smallest areas.
INSERT INTO monthly_district_count BY NAME
SELECT source, measure_set, measure, "force", district, month, sum(n)::BIGINT AS n
FROM monthly_count
WHERE source = $source AND month IN (SELECT unnest($months::DATE[]))
GROUP BY ALL
