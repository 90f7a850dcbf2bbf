-- name: changes_of_data()
-- How often anything but an assessment has been changed: scores leave what was counted as it is.
SELECT count(*) AS changes
FROM audit_event
WHERE subject NOT LIKE 'assessment %'
