-- name: references_there(source, since)
-- References of staged rows that current records of a source have, which some extract or a later one brought.
SELECT DISTINCT reference
FROM staged
SEMI JOIN (
    SELECT reference
    FROM incident
    WHERE source = $source AND last_extract IS NULL AND first_extract >= $since
) AS kept
    USING (reference)
ORDER BY reference
