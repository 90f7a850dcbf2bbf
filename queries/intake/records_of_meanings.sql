-- name: records_of_meanings()
-- What people have said of categories, with the current records of each: of its source, or of any.
SELECT
    said.source, said.category, said.measure,
    coalesce(sum(carried.n), 0)::BIGINT AS records
FROM category_measure AS said
LEFT JOIN (
    SELECT source, category, count(*) AS n
    FROM incident
    WHERE last_extract IS NULL
    GROUP BY ALL
) AS carried
    ON carried.category = said.category AND said.source IN (carried.source, '*')
GROUP BY ALL
ORDER BY records DESC, said.category, said.source
