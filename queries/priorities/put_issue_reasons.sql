-- name: put_issue_reasons(assessment, issues, reasons)
-- Say of some issues why they were chosen, or were not.
INSERT OR REPLACE INTO issue_reason
SELECT $assessment, unnest($issues::VARCHAR[]), unnest($reasons::VARCHAR[])
