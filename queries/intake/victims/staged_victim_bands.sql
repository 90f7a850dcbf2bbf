-- name: staged_victim_bands()
-- The different things that the columns of victims' bands say in staged rows, with their rows.
SELECT victim_bands, count(*) AS n FROM staged WHERE victim_bands IS NOT NULL GROUP BY ALL ORDER BY ALL
