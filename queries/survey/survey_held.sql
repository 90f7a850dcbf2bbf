-- name: survey_held(survey)
-- Whether a survey is there, and whether it is an example's.
SELECT name, synthetic FROM survey WHERE id = $survey
