-- name: survey_wave_held(wave)
-- What is held of one wave: whose it is, and what it was read from.
SELECT
    survey, mode, respondents, first_day, last_day, file_name, sha256, rows_read, rows_left_out
FROM survey_wave
WHERE id = $wave
