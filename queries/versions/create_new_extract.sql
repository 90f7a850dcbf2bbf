-- name: create_new_extract(extract, source, measure_set, file_name, row_is)
-- The extract that is being checked, as it would be once it is loaded.
CREATE TEMP TABLE new_extract AS
SELECT
    $extract::INTEGER AS id, $source AS source, $measure_set AS measure_set,
    $file_name AS file_name, now()::TIMESTAMP AS loaded_at, 0::BIGINT AS rows_loaded,
    false AS synthetic, 'loaded' AS status, $row_is AS row_is
