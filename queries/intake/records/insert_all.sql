-- name: insert_all(source, measure_set, extract)
-- Add every arriving record, where the extract speaks about none that stands.
INSERT INTO incident BY NAME
SELECT
    arriving.* EXCLUDE (staged_row), $source AS source, $measure_set AS measure_set,
    $extract AS first_extract
FROM arriving
