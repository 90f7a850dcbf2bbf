-- name: owner_of_survey(id)
-- Whose a survey is: nobody's in particular is NULL.
SELECT partnership, TRUE AS is_open
FROM survey
WHERE id = $id
