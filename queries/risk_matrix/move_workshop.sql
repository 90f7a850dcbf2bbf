-- name: move_workshop(assessment, from_round, from_state, round, state, changed_by)
-- Take a workshop from where its facilitator saw it to where it is to be; no row if it has moved.
UPDATE workshop
SET round = $round, state = $state, changed_at = now()::TIMESTAMP, changed_by = $changed_by
WHERE assessment = $assessment AND round = $from_round AND state = $from_state
RETURNING assessment, code, round, state, changed_at, changed_by
