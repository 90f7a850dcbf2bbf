-- name: responses_to_any(positions, ignored)
-- How many responses say anything in some columns, but for a few words that say no.
SELECT count(DISTINCT response) AS n
FROM survey_cell
WHERE list_contains($positions::INTEGER[], position) AND NOT list_contains($ignored::VARCHAR[], said)
