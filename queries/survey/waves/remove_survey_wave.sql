-- name: remove_survey_wave(wave)
-- Remove a wave's own line.
DELETE FROM survey_wave WHERE id = $wave
