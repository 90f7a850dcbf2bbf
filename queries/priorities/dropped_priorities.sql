-- name: dropped_priorities(assessment)
-- Why priorities of last year were dropped.
SELECT name, reason
FROM dropped_priority
WHERE assessment = $assessment
