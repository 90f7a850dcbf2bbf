-- name: workshop_of_assessment(assessment)
-- The workshop of an assessment, if there is one.
SELECT assessment, code, round, state, changed_at, changed_by
FROM workshop
WHERE assessment = $assessment
