-- name: margins_of_survey(survey)
-- How many people there are in each category that a survey's answers can be weighted to.
SELECT variable, category, people, source, as_at
FROM population_margin
WHERE survey = $survey
ORDER BY variable, category
