-- name: remove_survey_comments(wave)
-- Remove every comment of a wave.
DELETE FROM survey_comment WHERE wave = $wave
