-- name: records_of_meanings()
-- What people have said of categories, with the current records of each, of its source or of any
-- ("*"), and the sets of measures that these are counted in.
SELECT
    said.source, said.category, said.measure,
    coalesce(sum(carried.n), 0)::BIGINT AS records,
    coalesce(list(DISTINCT carried.measure_set ORDER BY carried.measure_set)
        FILTER (carried.measure_set IS NOT NULL), []) AS measure_sets
FROM category_measure AS said
LEFT JOIN (
    SELECT source, measure_set, category, count(*) AS n
    FROM incident
    WHERE last_extract IS NULL
    GROUP BY ALL
    UNION ALL
    SELECT source, measure_set, category, sum(coalesce(value, low))
    FROM observation
    WHERE last_extract IS NULL
    GROUP BY ALL
) AS carried
    ON carried.category = said.category AND said.source IN (carried.source, '*')
GROUP BY said.source, said.category, said.measure
ORDER BY records DESC, said.category, said.source
