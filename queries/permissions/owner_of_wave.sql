-- name: owner_of_wave(id)
-- Whose the survey of a wave is: nobody's in particular is NULL.
SELECT survey.partnership, TRUE AS is_open
FROM survey_wave
JOIN survey ON survey.id = survey_wave.survey
WHERE survey_wave.id = $id
