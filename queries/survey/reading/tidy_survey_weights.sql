-- name: tidy_survey_weights(position)
-- Write the weights of a column as numbers: 0,85 and 1.234,5 as they are written abroad, 1,234.5 as
-- here. A column in which any comma can only part decimals has decimal commas throughout.
UPDATE survey_cell
SET
    said = CASE
        WHEN
            (
                SELECT bool_or(regexp_matches(said, '^-?(0\d*,\d+|\d+,(\d{1,2}|\d{4,})|[\d.]+\.[\d.]*,\d+)$'))
                FROM survey_cell
                WHERE position = $position::INTEGER
            )
            THEN replace(replace(said, '.', ''), ',', '.')
        ELSE replace(said, ',', '')
    END
WHERE position = $position::INTEGER AND regexp_matches(said, '^-?[\d.]*,[\d,.]*\d$')
