-- name: waves_of_file(sha256, wave)
-- Other waves that were read from the same file.
SELECT id FROM survey_wave WHERE sha256 = $sha256 AND id <> $wave ORDER BY id
