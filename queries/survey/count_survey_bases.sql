-- name: count_survey_bases(wave)
-- How many respondents gave any answer to each question of a wave.
WITH answered AS (
    SELECT question, count(DISTINCT respondent) AS n
    FROM survey_answer
    WHERE wave = $wave
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
