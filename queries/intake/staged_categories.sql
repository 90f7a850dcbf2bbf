-- name: staged_categories()
-- Staged rows by category as the file writes it, most frequent first.
SELECT category, count(*) AS n
FROM staged
GROUP BY category
ORDER BY n DESC, category
