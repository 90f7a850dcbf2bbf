-- name: words_among_numbers(position, most)
-- What is said in a column and is no number, or has too many digits to be one, the commonest
-- first, at most so many different things.
SELECT said, n
FROM survey_value
WHERE
    position = $position
    AND (NOT regexp_matches(said, '^[£\d.,%\s-]+$') OR regexp_matches(said, '\d{16}'))
ORDER BY n DESC, said
LIMIT $most
