-- name: survey_answers_without_option()
-- Answers to an option that its question does not have, or of a wave that is not there.
SELECT wave, question, option, count(*) AS answers
FROM survey_answer
ANTI JOIN survey_option USING (wave, question, option)
WHERE option IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT wave, question, NULL, count(*)
FROM survey_answer
WHERE wave NOT IN (SELECT id FROM survey_wave)
GROUP BY ALL
