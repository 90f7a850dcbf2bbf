-- name: set_assessment_status(assessment, from_status, status)
-- Take an assessment from one status to another; no row where it does not have the first.
UPDATE assessment
SET status = $status
WHERE id = $assessment AND status = $from_status
RETURNING id
