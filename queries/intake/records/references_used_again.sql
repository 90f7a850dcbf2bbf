-- name: references_used_again()
-- How many references of the extract are already in use, and how many of those for something else:
-- a record of another month and another category.
SELECT
    count(*) AS n,
    count(*) FILTER (
        WHERE standing.category <> arriving.category
            AND standing.month <> date_trunc('month', arriving.counted_on)::DATE
    ) AS for_something_else
FROM standing
JOIN arriving ON arriving.reference = standing.reference
