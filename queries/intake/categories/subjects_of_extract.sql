-- name: subjects_of_extract(extract)
-- What the extract answers for somewhere, by month, and what it tells of that, if not all.
SELECT DISTINCT subject, month, array_to_string(known, ' ') AS known
FROM coverage
WHERE extract = $extract
