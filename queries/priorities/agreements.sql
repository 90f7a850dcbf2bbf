-- name: agreements(assessment)
-- Who has agreed to an assessment, in the order of the days.
SELECT authority, body, role, strftime(agreed_on, '%Y-%m-%d') AS agreed_on, recorded_by
FROM agreement
WHERE assessment = $assessment
ORDER BY agreement.agreed_on, authority, body
