-- name: survey_readings(survey)
-- What was decided about the columns of a survey's exports.
SELECT header, decision FROM survey_reading WHERE survey = $survey ORDER BY header
