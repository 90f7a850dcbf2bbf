-- name: staged_groups()
-- Staged rows by month, force, place and category as the file writes them.
SELECT month, "force", place, category, n FROM staged_group ORDER BY ALL
