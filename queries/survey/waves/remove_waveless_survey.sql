-- name: remove_waveless_survey(survey)
-- Remove a survey that has no wave left; what was decided of its columns stays, for its next wave.
DELETE FROM survey
WHERE id = $survey AND NOT EXISTS (FROM survey_wave WHERE survey_wave.survey = survey.id)
