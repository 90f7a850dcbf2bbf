-- name: force_records(force, districts, measure_sets, starts, ends)
-- Records of a force by source, district and what they are recorded under, in each of five spans of months, in their order.
-- With each count stands which months of the span have any, as bits from the first. Where a source
-- says no force, its records of the force's districts count, and those that name no district ('').
WITH spans AS (
    SELECT
        generate_subscripts($starts::DATE[], 1) AS number,
        unnest($starts::DATE[]) AS first_month,
        unnest($ends::DATE[]) AS end_month
),
counted AS (
    SELECT
        source, coalesce(district, '') AS district, measure AS leaf, number,
        sum(n)::BIGINT AS n,
        -- A span of more months than there are bits is one of which not every month is known.
        bit_or(1::BIGINT << (date_diff('month', first_month, month) % 60)::INTEGER) AS months
    FROM monthly_district_count
    JOIN spans ON month >= first_month AND month < end_month
    WHERE list_contains($measure_sets::VARCHAR[], measure_set)
        AND (
            force = $force
            OR (
                force IS NULL
                AND (district IS NULL OR list_contains($districts::VARCHAR[], district))
            )
        )
    GROUP BY ALL
)
SELECT source, district, leaf, list(number - 1) AS spans, list(n) AS counts, list(months) AS months
FROM counted
GROUP BY source, district, leaf
ORDER BY source, district, leaf
