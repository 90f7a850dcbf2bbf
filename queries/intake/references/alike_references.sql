-- name: alike_references()
-- References that are the same but for capitals, spaces, hyphens and the like: how each is written,
-- its rows, and whether all of them say the same of date, category and place.
WITH written AS (
    SELECT bare, reference, counted_on, event_from, category, place
    FROM shared_reference
    JOIN staged ON staged.rowid = staged_row
),
alike AS (
    SELECT bare FROM written
    GROUP BY bare
    HAVING min(hash(reference)) <> max(hash(reference))
)
SELECT
    list(DISTINCT reference ORDER BY reference) AS spellings,
    count(*) AS rows,
    count(DISTINCT (counted_on, event_from, category, place)) = 1 AS agrees
FROM written
SEMI JOIN alike ON written.bare = alike.bare
GROUP BY written.bare
ORDER BY spellings
