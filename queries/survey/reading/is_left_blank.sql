-- name: is_left_blank(positions)
-- Whether anybody who counts left all of some columns blank.
SELECT EXISTS (
    FROM survey_fate
    WHERE
        fate IS NULL
        AND response NOT IN (
            SELECT response FROM survey_cell WHERE list_contains($positions::INTEGER[], position)
        )
) AS is_left_blank
