-- name: create_months_changed_by_load()
-- The months in which the checked extract adds, changes or withdraws records.
CREATE TEMP TABLE changed_month AS
SELECT DISTINCT new_extract.source, date_trunc('month', day)::DATE AS month
FROM new_extract, (
    SELECT counted_on AS day
    FROM arriving
    WHERE staged_row IN (SELECT staged_row FROM pairing WHERE fate IN ('loaded', 'revised'))
    UNION ALL
    SELECT counted_on
    FROM kept_incident
    WHERE kept_row IN (SELECT incident_row FROM pairing WHERE fate IN ('revised', 'withdrawn'))
)
