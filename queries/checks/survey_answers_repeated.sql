-- name: survey_answers_repeated()
-- Respondents with two answers where one can be given, or with one option twice.
SELECT wave, question, respondent
FROM survey_answer
JOIN survey_question USING (wave, question)
WHERE kind IN ('single', 'scale', 'number', 'date')
GROUP BY ALL
HAVING count(*) > 1
UNION ALL
SELECT wave, question, respondent
FROM survey_answer
WHERE option IS NOT NULL
GROUP BY wave, question, respondent, option
HAVING count(*) > 1
