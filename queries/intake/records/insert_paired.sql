-- name: insert_paired(source, measure_set, extract)
-- Add the records that are new or revised.
INSERT INTO incident BY NAME
SELECT
    arriving.* EXCLUDE (staged_row), $source AS source, $measure_set AS measure_set,
    $extract AS first_extract
FROM arriving
WHERE staged_row IN (SELECT staged_row FROM pairing WHERE fate IN ('loaded', 'revised'))
