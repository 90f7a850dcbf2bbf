-- name: insert_extract(id, source, recipe, measure_set, file_name, sha256, months, rows_read, rows_loaded, rows_unchanged, rows_revised, rows_withdrawn, rows_rejected, rows_repeated, rows_cancelled, problems, loaded_by, synthetic, row_is, covers)
-- Record the extract itself: what it was, what it held and who loaded it.
INSERT INTO extract BY NAME
SELECT
    $id AS id, $source AS source, $recipe AS recipe, $measure_set AS measure_set,
    $file_name AS file_name, $sha256 AS sha256, $months::DATE[] AS months,
    $rows_read AS rows_read, $rows_loaded AS rows_loaded, $rows_unchanged AS rows_unchanged,
    $rows_revised AS rows_revised, $rows_withdrawn AS rows_withdrawn,
    $rows_rejected AS rows_rejected, $rows_repeated AS rows_repeated,
    $rows_cancelled AS rows_cancelled,
    $problems::VARCHAR[] AS problems, now()::TIMESTAMP AS loaded_at, $loaded_by AS loaded_by,
    $synthetic AS synthetic, 'loaded' AS status, $row_is AS row_is,
    $covers::DATE[] AS covers
