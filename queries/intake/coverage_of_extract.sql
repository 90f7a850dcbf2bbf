-- name: coverage_of_extract(extract)
-- What an extract answers for.
SELECT subject, month, partial FROM coverage WHERE extract = $extract
