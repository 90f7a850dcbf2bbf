-- name: see_monthly_district_counts()
-- Let the counts by month and district be those of what is looked at.
CREATE TEMP VIEW monthly_district_count AS
SELECT * EXCLUDE (kept_row)
FROM kept_monthly_district_count
ANTI JOIN changed_month USING (source, month)
UNION ALL BY NAME
SELECT source, measure_set, measure, "force", district, month, sum(n)::BIGINT AS n
FROM changed_count
GROUP BY ALL
