-- name: count_survey_bases(wave, questions)
-- How many respondents gave any answer to each question of a wave. Of those `questions` that have
-- several columns, respondents are counted; of the others cells, of which each has but one.
WITH answered AS (
    SELECT question, count(DISTINCT respondent) AS n
    FROM survey_answer
    WHERE wave = $wave AND list_contains($questions::INTEGER[], question)
    GROUP BY question
    UNION ALL
    SELECT question, sum(n)
    FROM survey_value
    JOIN (SELECT DISTINCT position, said, question FROM survey_choice) USING (position, said)
    WHERE NOT list_contains($questions::INTEGER[], question)
    GROUP BY question
    UNION ALL
    SELECT question, count(*)
    FROM survey_comment
    WHERE wave = $wave
    GROUP BY question
)
UPDATE survey_question SET base = answered.n
FROM answered
WHERE survey_question.wave = $wave AND survey_question.question = answered.question
