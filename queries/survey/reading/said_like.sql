-- name: said_like(positions, pattern)
-- What is said in some columns that a pattern fits from end to end, and how often.
SELECT position, said, n
FROM survey_value
WHERE list_contains($positions::INTEGER[], position) AND regexp_full_match(said, $pattern::VARCHAR)
ORDER BY position, n DESC, said
