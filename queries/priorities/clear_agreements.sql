-- name: clear_agreements(assessment)
-- Take back what authorities have agreed: what they agreed to is going to be changed.
DELETE FROM agreement WHERE assessment = $assessment
