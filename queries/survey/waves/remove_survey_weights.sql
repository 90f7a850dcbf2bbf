-- name: remove_survey_weights(wave)
-- Remove what the answers of a wave weigh.
DELETE FROM survey_weight WHERE wave = $wave
