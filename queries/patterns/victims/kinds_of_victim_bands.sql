-- name: kinds_of_victim_bands()
-- What current records say of their victims at all: age, sex, ethnicity, relation.
SELECT DISTINCT split_part(unnest(victim_bands), '=', 1) AS kind
FROM incident
WHERE victim_bands IS NOT NULL AND last_extract IS NULL
ORDER BY kind
