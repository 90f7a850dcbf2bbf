-- name: remove_survey_options(wave)
-- Remove every option of a wave.
DELETE FROM survey_option WHERE wave = $wave
