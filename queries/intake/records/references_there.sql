-- name: references_there(source)
-- References of staged rows that current records of a source have.
SELECT DISTINCT reference
FROM staged
SEMI JOIN (SELECT reference FROM incident WHERE source = $source AND last_extract IS NULL) AS kept
    USING (reference)
ORDER BY reference
