-- name: assessment_record(assessment)
-- What was agreed, as the document that was made of it then.
SELECT document
FROM assessment_record
WHERE assessment = $assessment
