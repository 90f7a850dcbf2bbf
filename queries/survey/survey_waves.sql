-- name: survey_waves()
-- Every wave of every survey, the latest first; `base` is how many answered.
SELECT
    wave.id AS wave, wave.survey, survey.name, wave.mode, wave.respondents AS base,
    wave.first_day AS "from", wave.last_day AS "to", wave.synthetic, wave.summarised,
    survey.partnership, wave.rows_read, wave.rows_left_out, wave.file_name, wave.problems,
    wave.loaded_at, wave.loaded_by
FROM survey_wave AS wave
JOIN survey ON survey.id = wave.survey
ORDER BY wave.last_day DESC NULLS LAST, wave.loaded_at DESC, wave.id
