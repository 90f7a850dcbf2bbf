-- name: assessments_of_partnership(id)
-- How many assessments a partnership has.
SELECT count(*) AS assessments
FROM assessment
WHERE partnership = $id
