-- name: remove_survey_answers(wave)
-- Remove every answer of a wave.
DELETE FROM survey_answer WHERE wave = $wave
