-- name: victim_keys()
-- The names of the keys that marks of victims in the store were made with.
SELECT DISTINCT left(unnest(victims), 8) AS key_name
FROM incident
WHERE victims IS NOT NULL AND last_extract IS NULL
ORDER BY key_name
