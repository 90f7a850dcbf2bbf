-- name: insert_scorer(token, assessment, agency, role)
-- Let someone join a workshop: an agency and a role, and no name.
INSERT INTO scorer BY NAME
SELECT
    $token AS token, $assessment AS assessment, $agency AS agency, $role AS role,
    now()::TIMESTAMP AS joined_at
