-- name: staged_flags()
-- The different things that the flag columns of staged rows say, with their rows.
SELECT flag_text, count(*) AS n FROM staged WHERE flag_text <> '' GROUP BY flag_text ORDER BY flag_text
