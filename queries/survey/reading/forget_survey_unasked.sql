-- name: forget_survey_unasked(parts, wholes)
-- Forget that some were not asked a question under one number, where they answered it under another.
DELETE FROM survey_unasked
WHERE
    list_contains($parts::INTEGER[], position)
    OR (
        list_contains($wholes::INTEGER[], position)
        AND (response, position) IN (SELECT (response, position) FROM survey_cell)
    )
