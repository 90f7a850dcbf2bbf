-- name: responses_of_one_number(id_position, time_position)
-- The responses whose number another has as well, with when each was given, as it is written.
SELECT numbered.response, numbered.said AS number, timed.said AS moment
FROM survey_cell AS numbered
LEFT JOIN survey_cell AS timed
    ON timed.response = numbered.response AND timed.position = $time_position::INTEGER
WHERE
    numbered.position = $id_position::INTEGER
    AND numbered.said IN (
        SELECT said FROM survey_value WHERE position = $id_position::INTEGER AND n > 1
    )
ORDER BY numbered.response
