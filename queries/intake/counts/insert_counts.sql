-- name: insert_counts(source, measure_set, extract)
-- Add the counts that are new or revised.
INSERT INTO observation BY NAME
SELECT
    arriving_count.*, $source AS source, $measure_set AS measure_set, $extract AS first_extract
FROM arriving_count
WHERE
    arriving_count.rowid IN (
        SELECT arriving_row FROM count_pairing WHERE fate IN ('loaded', 'revised')
    )
