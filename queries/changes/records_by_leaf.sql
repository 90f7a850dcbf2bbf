-- name: records_by_leaf(ground_kind, grounds, measure_sets)
-- Records of every source in some districts or a force by what they are recorded under, and once
-- more by each flag they carry: its months, and the records of each.
WITH monthly AS (
    SELECT
        CASE $ground_kind WHEN 'force' THEN force ELSE district END AS ground,
        source,
        measure AS leaf,
        month,
        sum(n)::BIGINT AS n
    FROM monthly_district_count
    WHERE list_contains($measure_sets::VARCHAR[], measure_set)
        AND list_contains(
            $grounds::VARCHAR[], CASE $ground_kind WHEN 'force' THEN force ELSE district END
        )
    GROUP BY ALL
)
SELECT
    ground, source, leaf,
    list(month ORDER BY month) AS months,
    list(n ORDER BY month) AS counts
FROM monthly
GROUP BY ground, source, leaf
ORDER BY ground, source, leaf
