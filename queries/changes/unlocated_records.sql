-- name: unlocated_records(force, measure_set, leaves, first_month, end_month)
-- Records of a force that name no district, by source, from first_month up to but not including end_month.
SELECT source, sum(n)::BIGINT AS n
FROM monthly_count
WHERE force = $force
    AND district IS NULL
    AND measure_set = $measure_set
    AND list_contains($leaves::VARCHAR[], measure)
    AND month >= $first_month::DATE
    AND month < $end_month::DATE
GROUP BY source
ORDER BY source
