-- name: surveys_held()
-- Every survey, the one first of which a wave was loaded last.
SELECT survey.id, survey.name, survey.partnership, survey.synthetic
FROM survey
JOIN survey_wave ON survey_wave.survey = survey.id
GROUP BY survey.id, survey.name, survey.partnership, survey.synthetic
ORDER BY max(survey_wave.loaded_at) DESC, survey.id
