-- name: standing_days(source, area_kind, areas, months)
-- Current records of a source in some areas by month and day, other than in some months.
SELECT date_trunc('month', counted_on)::DATE AS month, day(counted_on) AS day, count(*) AS n
FROM incident
WHERE
    source = $source
    AND last_extract IS NULL
    AND precision <> 'month'
    AND list_contains(
        $areas::VARCHAR[], CASE $area_kind WHEN 'force' THEN "force" ELSE district END
    )
    AND NOT list_contains($months::DATE[], date_trunc('month', counted_on)::DATE)
GROUP BY ALL
