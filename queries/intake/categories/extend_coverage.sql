-- name: extend_coverage(source, category, subject)
-- Let the extracts that hold records of a category answer for its subject as well, wherever they
-- answer for anything: those of which it is not kept what they held of each category.
INSERT INTO coverage BY NAME
SELECT DISTINCT held.* REPLACE ($subject AS subject)
FROM coverage AS held
JOIN (
    SELECT first_extract FROM incident WHERE source = $source AND category = $category
    UNION
    SELECT first_extract FROM observation WHERE source = $source AND category = $category
) AS carrying ON carrying.first_extract = held.extract
WHERE
    NOT EXISTS (
        SELECT 1
        FROM coverage AS known
        WHERE known.extract = held.extract AND known.subject = $subject
    )
    AND held.extract NOT IN (SELECT extract FROM extract_category)
