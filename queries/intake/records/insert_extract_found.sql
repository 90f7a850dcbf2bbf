-- name: insert_extract_found(extract)
-- Keep which earlier extracts brought the records that the extract has found.
INSERT INTO extract_found BY NAME
SELECT DISTINCT $extract AS extract, first_extract AS earlier
FROM pairing
JOIN incident ON incident.rowid = pairing.incident_row
