-- name: put_agreement(assessment, authority, body, role, agreed_on, recorded_by)
-- Record that a responsible authority has agreed.
INSERT OR REPLACE INTO agreement
SELECT $assessment, $authority, $body, $role, $agreed_on::DATE, $recorded_by
