-- name: insert_survey_weights(wave, position)
-- Keep what each response weighs, as a column says; one without a weight weighs nothing, as does one
-- whose weight is less than 0 or without end.
INSERT INTO survey_weight
SELECT
    $wave, survey_fate.response,
    CASE
        WHEN isfinite(try_cast(survey_cell.said AS DOUBLE))
            THEN greatest(try_cast(survey_cell.said AS DOUBLE), 0)
        ELSE 0
    END
FROM survey_fate
LEFT JOIN survey_cell
    ON survey_cell.response = survey_fate.response AND survey_cell.position = $position::INTEGER
WHERE survey_fate.fate IS NULL
