-- name: scorers_taken_out(assessment)
-- Who has been taken out of a workshop, and when, the first first.
SELECT scorer.agency, scorer.role, gone.taken_out_at
FROM scorer_taken_out AS gone
JOIN scorer USING (token)
WHERE gone.assessment = $assessment
ORDER BY gone.taken_out_at, gone.token
