-- name: put_priority_setting(assessment, cut, quorum)
-- Set the line and the quorum of an assessment.
INSERT OR REPLACE INTO priority_setting
SELECT $assessment, $cut, $quorum
