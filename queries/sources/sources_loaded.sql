-- name: sources_loaded()
-- Every source that has an extract, with what it has sent and what stands of it.
WITH standing AS (
    SELECT source, count(*) AS n FROM incident WHERE last_extract IS NULL GROUP BY source
),
standing_counts AS (
    SELECT source, count(*) AS n FROM observation WHERE last_extract IS NULL GROUP BY source
)
SELECT
    extract.source,
    list(DISTINCT measure_set ORDER BY measure_set) AS measure_sets,
    list(DISTINCT recipe ORDER BY recipe) AS recipes,
    count(*) AS extracts,
    coalesce(any_value(standing.n), 0) AS records,
    coalesce(any_value(standing_counts.n), 0) AS counts,
    sum(rows_rejected)::BIGINT AS refused,
    coalesce(list_distinct(flatten(list(months))), []) AS months,
    arg_max(file_name, id) AS latest_file,
    arg_max(loaded_at, id) AS latest_loaded_at,
    bool_or(synthetic) AS synthetic
FROM extract
LEFT JOIN standing USING (source)
LEFT JOIN standing_counts USING (source)
WHERE status = 'loaded'
GROUP BY extract.source
ORDER BY extract.source
