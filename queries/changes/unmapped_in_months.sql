-- name: unmapped_in_months(ground_kind, grounds, sources, months)
-- Categories without a measure among the current records or counts of the source that answers for each of
-- some districts or a force, in some months.
WITH answering AS (
    SELECT DISTINCT unnest($grounds::VARCHAR[]) AS ground, unnest($sources::VARCHAR[]) AS source
)
SELECT answering.ground, recorded.source, category, sum(n)::BIGINT AS n
FROM (
    SELECT source, force, district, category, counted_on AS day, 1 AS n
    FROM incident
    WHERE measure = 'unmapped' AND last_extract IS NULL
    UNION ALL
    SELECT source, force, district, category, period_start, apart
    FROM observation
    WHERE measure = 'unmapped' AND last_extract IS NULL
) AS recorded
JOIN answering
    ON answering.source = recorded.source
    AND answering.ground = CASE $ground_kind WHEN 'force' THEN force ELSE district END
WHERE list_contains($months::DATE[], date_trunc('month', day)::DATE)
GROUP BY ALL
ORDER BY ground, n DESC, category
