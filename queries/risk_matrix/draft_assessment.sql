-- name: draft_assessment(assessment)
-- One row where an assessment is still a draft: only then may it be changed.
SELECT id
FROM assessment
WHERE id = $assessment AND status = 'draft'
