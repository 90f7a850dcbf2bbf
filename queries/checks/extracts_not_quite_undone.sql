-- name: extracts_not_quite_undone()
-- Extracts that are undone, or not there, and that have left something behind: there should be none.
SELECT extract, what, count(*) AS n
FROM (
    SELECT first_extract AS extract, 'record' AS what FROM incident
    UNION ALL
    SELECT last_extract, 'ended version' FROM incident WHERE last_extract IS NOT NULL
    UNION ALL
    SELECT first_extract, 'count' FROM observation
    UNION ALL
    SELECT last_extract, 'ended count' FROM observation WHERE last_extract IS NOT NULL
    UNION ALL
    SELECT extract, 'coverage' FROM coverage
    UNION ALL
    SELECT extract, 'refused row' FROM rejected_row
    UNION ALL
    SELECT extract, 'what it found' FROM extract_found
    UNION ALL
    SELECT earlier, 'what was found of it' FROM extract_found
    UNION ALL
    SELECT extract, 'category' FROM extract_category
    UNION ALL
    SELECT extract, 'place' FROM extract_place
)
WHERE extract NOT IN (SELECT id FROM extract WHERE status = 'loaded')
GROUP BY ALL
