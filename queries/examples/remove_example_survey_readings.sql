-- name: remove_example_survey_readings()
-- Forget how the columns of the example survey were read, unless it has waves of the user's own.
DELETE FROM survey_reading
WHERE
    survey IN (SELECT id FROM survey WHERE synthetic)
    AND survey NOT IN (SELECT survey FROM survey_wave WHERE NOT synthetic)
