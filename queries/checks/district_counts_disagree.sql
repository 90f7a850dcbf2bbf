-- name: district_counts_disagree()
-- Districts and months where the two tables of counts differ: there should be none.
WITH added AS (
    SELECT source, measure_set, measure, "force", district, month, sum(n)::BIGINT AS n
    FROM monthly_count
    GROUP BY ALL
)
(SELECT * FROM added EXCEPT ALL SELECT * FROM monthly_district_count)
UNION ALL
(SELECT * FROM monthly_district_count EXCEPT ALL SELECT * FROM added)
