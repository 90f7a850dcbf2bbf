-- name: owner_of_assessment(id)
-- Whose an assessment is, and whether it is signed off, so that more people may read it.
SELECT partnership, status = 'signed off' AS is_open
FROM assessment
WHERE id = $id
