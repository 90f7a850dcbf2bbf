-- name: change_scales(assessment, criteria, steps)
-- Keep the scales that an assessment has from now on; whatever the clock says, after all scores.
INSERT INTO scale_used BY NAME
WITH before AS (
    SELECT max(scored_at) AS moment FROM score WHERE assessment = $assessment
    UNION ALL
    SELECT max(used_from) AS moment FROM scale_used WHERE assessment = $assessment
)
SELECT
    assessment.id AS assessment, scale.criterion, scale.steps,
    greatest(now()::TIMESTAMP, (SELECT max(moment) FROM before) + INTERVAL 1 MICROSECOND) AS used_from
FROM assessment
CROSS JOIN (
    SELECT unnest($criteria::VARCHAR[]) AS criterion, unnest($steps::VARCHAR[]) AS steps
) AS scale
WHERE assessment.id = $assessment
