-- name: numbers_given(wave, highest)
-- How many gave each number from 0 to the highest that a scale may have, question by question; parts
-- of a number count as the next whole one. The number is NULL for those who gave any other.
SELECT
    question,
    CASE WHEN value BETWEEN 0 AND $highest::INTEGER THEN ceil(value)::INTEGER END AS number,
    count(*) AS n
FROM survey_answer
WHERE wave = $wave AND value IS NOT NULL
GROUP BY ALL
ORDER BY question, number
