-- name: close_workshop_of(assessment, changed_by)
-- Close the scoring of an assessment that has been agreed.
UPDATE workshop
SET state = 'closed', changed_at = now()::TIMESTAMP, changed_by = $changed_by
WHERE assessment = $assessment AND state != 'closed'
