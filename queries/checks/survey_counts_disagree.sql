-- name: survey_counts_disagree()
-- Options of which the kept count is not that of the answers; a wave that was entered already
-- summarised has none to count.
SELECT wave, question, option, n, count(answer.option) AS answers
FROM survey_count
JOIN survey_wave ON survey_wave.id = survey_count.wave AND NOT summarised
LEFT JOIN survey_answer AS answer USING (wave, question, option)
GROUP BY ALL
HAVING n <> count(answer.option)
