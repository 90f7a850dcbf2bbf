-- name: subjects_of_extract(extract)
-- What the extract answers for somewhere.
SELECT DISTINCT subject FROM coverage WHERE extract = $extract
