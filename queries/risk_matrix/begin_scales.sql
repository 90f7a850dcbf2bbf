-- name: begin_scales(assessment, criteria, steps)
-- Keep the scales that an assessment has had from its start, before the first change of them.
INSERT INTO scale_used BY NAME
SELECT assessment.id AS assessment, scale.criterion, scale.steps, TIMESTAMP '1970-01-01' AS used_from
FROM assessment
CROSS JOIN (
    SELECT unnest($criteria::VARCHAR[]) AS criterion, unnest($steps::VARCHAR[]) AS steps
) AS scale
WHERE assessment.id = $assessment
    AND NOT EXISTS (FROM scale_used WHERE scale_used.assessment = assessment.id)
