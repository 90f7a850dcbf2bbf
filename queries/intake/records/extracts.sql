-- name: extracts()
-- Every extract that has been loaded, undone ones among them, the latest first.
SELECT
    id,
    file_name,
    source,
    months,
    loaded_at,
    loaded_by,
    synthetic,
    status,
    rows_read,
    rows_loaded,
    rows_unchanged,
    rows_revised,
    rows_withdrawn,
    rows_rejected,
    rows_repeated,
    rows_cancelled
FROM extract
ORDER BY id DESC
