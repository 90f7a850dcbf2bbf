-- name: end_count_versions(extract)
-- End the current version of counts that the extract revises or leaves out.
UPDATE observation
SET last_extract = $extract
WHERE observation.rowid IN (
    SELECT count_row FROM count_pairing WHERE fate IN ('revised', 'withdrawn')
)
