-- name: reopen_versions(extract)
-- Make current again the versions of records that the extract revised or left out.
UPDATE incident SET last_extract = NULL WHERE last_extract = $extract
