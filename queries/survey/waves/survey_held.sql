-- name: survey_held(survey)
-- What a survey is called, whose it is, and whether it is an example's.
SELECT name, partnership, synthetic FROM survey WHERE id = $survey
