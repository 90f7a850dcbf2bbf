-- name: create_pairing_of_new()
-- Every arriving record as a new one, where the extract speaks about none that stands.
CREATE TEMP TABLE pairing AS
SELECT NULL::BIGINT AS incident_row, staged_row, 'loaded' AS fate
FROM arriving
