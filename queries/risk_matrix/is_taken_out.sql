-- name: is_taken_out(token)
-- Whether a scorer has been taken out.
SELECT count(*) > 0 AS is_out
FROM scorer_taken_out
WHERE token = $token
