-- name: untold_counts(ground_kind, grounds, sources, months)
-- Counts of the sources that answer for some districts or a force that their tables withhold or
-- lack, in some months: what each is of, and what it lies between beyond what of it is counted.
WITH answering AS (
    SELECT DISTINCT unnest($grounds::VARCHAR[]) AS ground, unnest($sources::VARCHAR[]) AS source
)
SELECT
    answering.ground, observation.source, measure, period_start,
    low - apart AS low, high - apart AS high
FROM observation
JOIN answering
    ON answering.source = observation.source
    AND answering.ground = CASE $ground_kind WHEN 'force' THEN force ELSE district END
WHERE status <> 'counted'
    AND last_extract IS NULL
    AND list_contains($months::DATE[], period_start)
ORDER BY ALL
