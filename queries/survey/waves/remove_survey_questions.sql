-- name: remove_survey_questions(wave)
-- Remove every question of a wave.
DELETE FROM survey_question WHERE wave = $wave
