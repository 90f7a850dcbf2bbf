-- name: issues_of_assessment(assessment)
-- The issues of an assessment, in their order.
SELECT id, label, measure_sets, measures, under_reported, carried_from
FROM issue
WHERE assessment = $assessment
ORDER BY position
