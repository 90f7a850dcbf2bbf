-- name: extracts_behind(ground_kind, grounds, subjects, sources, months)
-- Extracts that answer for some months of the chosen sources, with the subjects they answer for.
WITH /* include chosen_sources */
SELECT
    extract.id,
    extract.file_name,
    extract.source,
    extract.loaded_at,
    extract.rows_loaded,
    extract.synthetic,
    list(DISTINCT coverage.subject) AS subjects
FROM coverage
JOIN extract ON extract.id = coverage.extract
JOIN chosen
    ON chosen.source = coverage.source
    AND chosen.ground = coverage.area
    AND chosen.subject = coverage.subject
WHERE extract.status = 'loaded'
    AND coverage.area_kind = $ground_kind
    AND list_contains($months::DATE[], coverage.month)
GROUP BY ALL
ORDER BY extract.id
