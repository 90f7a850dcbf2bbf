-- name: latest_priority(assessment, id)
-- Who changed a priority last, and whether that took it away.
SELECT changed_by, is_removed
FROM priority
WHERE assessment = $assessment AND id = $id
ORDER BY version DESC
LIMIT 1
