-- name: priority_setting(assessment)
-- The line and the quorum of an assessment, where somebody has set them.
SELECT cut, quorum
FROM priority_setting
WHERE assessment = $assessment
