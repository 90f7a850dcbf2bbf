-- name: extend_coverage(source, category, subject)
-- Let the extracts that hold records of a category answer for its subject as well, wherever they
-- answer for anything: those of which it is not kept what they held of each category.
INSERT INTO coverage BY NAME
SELECT DISTINCT
    held.extract, held.source, held.measure_set, $subject AS subject, held.area_kind, held.area,
    held.month, held.partial
FROM coverage AS held
JOIN (
    SELECT DISTINCT first_extract FROM incident WHERE source = $source AND category = $category
) AS carrying ON carrying.first_extract = held.extract
WHERE
    NOT EXISTS (
        SELECT 1
        FROM coverage AS known
        WHERE known.extract = held.extract AND known.subject = $subject
    )
    AND held.extract NOT IN (SELECT extract FROM extract_category)
