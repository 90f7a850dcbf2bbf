-- name: month_only_records(ground_kind, grounds, subjects, sources, leaves, leaf_subjects, months)
-- Grounds and subjects whose records in some months say only which month they belong to.
WITH /* include chosen_sources */,
counted AS (
    SELECT unnest($leaves::VARCHAR[]) AS leaf, unnest($leaf_subjects::VARCHAR[]) AS subject
),
recorded AS (
    SELECT
        source,
        unnest(list_prepend(measure, coalesce(flags, []))) AS leaf,
        CASE $ground_kind WHEN 'force' THEN force ELSE district END AS ground
    FROM incident
    WHERE last_extract IS NULL
        AND measure <> 'left-out'
        AND precision = 'month'
        AND list_contains($months::DATE[], date_trunc('month', counted_on)::DATE)
)
SELECT DISTINCT chosen.ground, chosen.subject
FROM recorded
JOIN chosen ON chosen.source = recorded.source AND chosen.ground = recorded.ground
JOIN counted ON counted.leaf = recorded.leaf AND counted.subject = chosen.subject
ORDER BY ALL
