-- name: staged_flags()
-- The different things that the flag columns of staged rows say.
SELECT DISTINCT flag_text FROM staged WHERE flag_text <> '' ORDER BY flag_text
