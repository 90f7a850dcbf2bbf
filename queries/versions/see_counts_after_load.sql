-- name: see_counts_after_load()
-- Let the counts be those that there would be: what the extract revises or withdraws has ended.
CREATE TEMP VIEW observation AS
SELECT
    * EXCLUDE (kept_row)
    REPLACE (
        CASE
            WHEN kept_row IN (
                SELECT count_row FROM count_pairing WHERE fate IN ('revised', 'withdrawn')
            )
                THEN (SELECT id FROM new_extract)
            ELSE last_extract
        END AS last_extract
    )
FROM kept_observation
UNION ALL BY NAME
SELECT
    arriving_count.*, new_extract.source, new_extract.measure_set,
    new_extract.id AS first_extract
FROM arriving_count, new_extract
WHERE
    arriving_count.rowid IN (
        SELECT arriving_row FROM count_pairing WHERE fate IN ('loaded', 'revised')
    )
