-- name: put_dropped_priority(assessment, name, reason)
-- Say why a priority of last year was dropped.
INSERT OR REPLACE INTO dropped_priority
SELECT $assessment, $name, $reason
