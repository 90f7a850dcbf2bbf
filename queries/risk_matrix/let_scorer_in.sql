-- name: let_scorer_in(assessment, agency, role, joined_at)
-- Let somebody in again who was taken out; no row where they are in.
DELETE FROM scorer_taken_out
WHERE token IN (
    SELECT scorer.token
    FROM scorer
    WHERE
        scorer.assessment = $assessment AND scorer.agency = $agency AND scorer.role = $role
        AND scorer.joined_at = $joined_at
)
RETURNING token
