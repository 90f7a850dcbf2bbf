-- name: extracts_of_months(source, months)
-- Extracts of a source that are about any of some months, the latest first.
SELECT id, file_name, loaded_at, loaded_by
FROM extract
WHERE source = $source AND status = 'loaded' AND list_has_any(months, $months::DATE[])
ORDER BY id DESC
