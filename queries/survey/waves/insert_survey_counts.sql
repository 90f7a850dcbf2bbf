-- name: insert_survey_counts(wave)
-- Count the answers of a wave by option, those that nobody chose as 0.
INSERT INTO survey_count
WITH answered AS (
    SELECT question, option, count(*) AS n
    FROM survey_answer
    WHERE wave = $wave AND option IS NOT NULL
    GROUP BY question, option
)
SELECT $wave, question, option, coalesce(n, 0)
FROM survey_option
LEFT JOIN answered USING (question, option)
WHERE wave = $wave
