-- name: take_scorer_out(assessment, agency, role, joined_at, taken_out_by)
-- Take out who joined at a moment; no row where there is nobody like that, or they are out already.
INSERT INTO scorer_taken_out BY NAME
SELECT
    scorer.token, scorer.assessment, now()::TIMESTAMP AS taken_out_at,
    $taken_out_by AS taken_out_by
FROM scorer
WHERE
    scorer.assessment = $assessment AND scorer.agency = $agency AND scorer.role = $role
    AND scorer.joined_at = $joined_at
    AND scorer.token NOT IN (SELECT gone.token FROM scorer_taken_out AS gone)
RETURNING token
