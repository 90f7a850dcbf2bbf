-- name: see_records_after_load()
-- Let the records be those that there would be: what the extract revises or withdraws has ended.
CREATE TEMP VIEW incident AS
SELECT
    * EXCLUDE (kept_row)
    REPLACE (
        CASE
            WHEN kept_row IN (
                SELECT incident_row FROM pairing WHERE fate IN ('revised', 'withdrawn')
            )
                THEN (SELECT id FROM new_extract)
            ELSE last_extract
        END AS last_extract
    )
FROM kept_incident
UNION ALL BY NAME
SELECT
    arriving.* EXCLUDE (staged_row), new_extract.source, new_extract.measure_set,
    new_extract.id AS first_extract
FROM arriving, new_extract
WHERE staged_row IN (SELECT staged_row FROM pairing WHERE fate IN ('loaded', 'revised'))
