-- name: clear_population_margins(survey, variables)
-- Remove the population margins of a survey for some variables.
DELETE FROM population_margin
WHERE survey = $survey AND list_contains($variables::VARCHAR[], variable)
