-- name: put_survey(survey, name, partnership, synthetic)
-- Put in a survey, or say anew what one is called and whose it is.
INSERT OR REPLACE INTO survey (id, name, partnership, synthetic)
VALUES ($survey, $name, $partnership, $synthetic)
