-- name: parts_said(most)
-- What the cells that were split say: each part, the part after it (NULL at the end), and how
-- often, the commonest first, at most so many.
WITH neighbours AS (
    SELECT n, unnest(parts) AS part, unnest(list_concat(parts[2:], [NULL])) AS next
    FROM survey_split
    WHERE len(parts) > 0
)
SELECT part, next, sum(n) AS n
FROM neighbours
GROUP BY part, next
ORDER BY n DESC, part, next
LIMIT $most
