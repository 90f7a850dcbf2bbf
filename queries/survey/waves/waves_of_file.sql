-- name: waves_of_file(sha256, wave)
-- The waves that were read from a file, but for one, if (not NULL) it is named.
SELECT id FROM survey_wave WHERE sha256 = $sha256 AND id IS DISTINCT FROM $wave ORDER BY id
