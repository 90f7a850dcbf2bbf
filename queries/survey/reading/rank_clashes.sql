-- name: rank_clashes(positions, sets, unranked)
-- For sets of columns that may hold ranks: responses that fill any of a set, and those that say
-- one thing in two columns of it, but for what says that nothing was ranked there.
WITH together AS (
    SELECT unnest($positions::INTEGER[]) AS position, unnest($sets::INTEGER[]) AS of_set
),
answered AS (
    SELECT of_set, response, count(*) > count(DISTINCT said) AS clashes, count(*) AS filled
    FROM survey_cell
    JOIN together USING (position)
    WHERE NOT list_contains($unranked::VARCHAR[], said)
    GROUP BY of_set, response
)
SELECT
    of_set, count(*) AS responses, count(*) FILTER (clashes) AS clashing, max(filled) AS most_filled
FROM answered
GROUP BY of_set
ORDER BY of_set
