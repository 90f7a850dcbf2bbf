-- name: remove_survey_counts(wave)
-- Remove every count of a wave.
DELETE FROM survey_count WHERE wave = $wave
