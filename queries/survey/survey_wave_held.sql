-- name: survey_wave_held(wave)
-- What is held of one wave: whose it is, and what it was read from.
SELECT survey, mode, sha256, respondents, rows_read, rows_left_out, first_day, last_day, summarised, synthetic, file_name
FROM survey_wave
WHERE id = $wave
