-- name: ways_of_differing_counts()
-- How many counts of a table a load adds or withdraws, and of those it revises, how many would be
-- higher, lower, or as high and otherwise another.
SELECT
    CASE
        WHEN fate <> 'revised' THEN fate
        WHEN new.value > old.value THEN 'higher'
        WHEN new.value < old.value THEN 'lower'
        ELSE 'otherwise'
    END AS way,
    count(*) AS n
FROM count_pairing
LEFT JOIN observation AS old ON old.rowid = count_pairing.count_row
LEFT JOIN arriving_count AS new ON new.rowid = count_pairing.arriving_row
WHERE fate IN ('loaded', 'revised', 'withdrawn')
GROUP BY way
ORDER BY way
