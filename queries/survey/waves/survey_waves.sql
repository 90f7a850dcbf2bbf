-- name: survey_waves()
-- Every wave of every survey, the latest first; `respondents` is how many answered.
SELECT
    wave.id AS wave, wave.survey, survey.name, wave.mode, wave.first_day, wave.last_day,
    wave.respondents, wave.summarised, wave.synthetic, survey.partnership, wave.file_name,
    wave.rows_read, wave.rows_left_out, wave.problems, wave.loaded_at, wave.loaded_by,
    wave.weight_column
FROM survey_wave AS wave
JOIN survey ON survey.id = wave.survey
ORDER BY wave.last_day DESC NULLS LAST, wave.loaded_at DESC, wave.id
