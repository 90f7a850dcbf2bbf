-- name: survey_options(wave)
-- The options of a wave's questions, in their order.
SELECT question, option, label, role, side, concern
FROM survey_option
WHERE wave = $wave
ORDER BY question, option
