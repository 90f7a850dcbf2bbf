-- name: clear_assessment_record(assessment)
-- Take away the document of an assessment that is a draft again.
DELETE FROM assessment_record
WHERE assessment = $assessment
