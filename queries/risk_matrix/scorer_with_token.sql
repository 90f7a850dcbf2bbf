-- name: scorer_with_token(token)
-- The scorer to whom a token belongs, if there is one.
SELECT token, assessment, agency, role
FROM scorer
WHERE token = $token
