-- name: unmapped_in_months(ground_kind, grounds, sources, months)
-- Categories without a measure among the current records of the source that answers for each of
-- some districts or a force, in some months.
WITH answering AS (
    SELECT DISTINCT unnest($grounds::VARCHAR[]) AS ground, unnest($sources::VARCHAR[]) AS source
)
SELECT answering.ground, incident.source, category, count(*)::BIGINT AS n
FROM incident
JOIN answering
    ON answering.source = incident.source
    AND answering.ground = CASE $ground_kind WHEN 'force' THEN force ELSE district END
WHERE measure = 'unmapped'
    AND last_extract IS NULL
    AND list_contains($months::DATE[], date_trunc('month', counted_on)::DATE)
GROUP BY ALL
ORDER BY ground, n DESC, category
