-- name: see_monthly_counts()
-- Let the counts by month be those of what is looked at.
CREATE TEMP VIEW monthly_count AS
SELECT * EXCLUDE (kept_row)
FROM kept_monthly_count
ANTI JOIN changed_month USING (source, month)
UNION ALL BY NAME
SELECT * FROM changed_count
