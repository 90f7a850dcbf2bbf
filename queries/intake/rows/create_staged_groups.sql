-- name: create_staged_groups()
-- Count the staged rows by month, force, place and category as the file writes them, once.
CREATE TEMP TABLE staged_group AS
SELECT date_trunc('month', counted_on)::DATE AS month, "force", place, category, count(*) AS n
FROM staged
GROUP BY ALL
