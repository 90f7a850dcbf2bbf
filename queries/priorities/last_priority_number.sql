-- name: last_priority_number(assessment)
-- The number given last to a priority of an assessment, removed ones among them; 0 for none.
SELECT coalesce(max(id), 0) AS number
FROM priority
WHERE assessment = $assessment
