-- name: put_survey(survey, name, synthetic)
-- Put in a survey that is not there yet.
INSERT INTO survey BY NAME
SELECT $survey AS id, $name AS name, $synthetic AS synthetic
WHERE NOT EXISTS (FROM survey WHERE id = $survey)
