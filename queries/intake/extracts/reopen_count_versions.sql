-- name: reopen_count_versions(extract)
-- Make current again the versions of counts that the extract revised or left out.
UPDATE observation SET last_extract = NULL WHERE last_extract = $extract
