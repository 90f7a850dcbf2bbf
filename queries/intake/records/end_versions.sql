-- name: end_versions(extract)
-- End the current version of records that the extract revises or leaves out.
UPDATE incident
SET last_extract = $extract
WHERE incident.rowid IN (SELECT incident_row FROM pairing WHERE fate IN ('revised', 'withdrawn'))
