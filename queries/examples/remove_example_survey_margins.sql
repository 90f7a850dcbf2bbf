-- name: remove_example_survey_margins()
-- Remove the population that the example survey is weighted to, unless it has waves of the user's own.
DELETE FROM population_margin
WHERE
    survey IN (SELECT id FROM survey WHERE synthetic)
    AND survey NOT IN (SELECT survey FROM survey_wave WHERE NOT synthetic)
