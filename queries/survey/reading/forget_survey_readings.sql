-- name: forget_survey_readings(survey, headers)
-- Remove what was decided about some columns.
DELETE FROM survey_reading WHERE survey = $survey AND list_contains($headers::VARCHAR[], header)
