-- name: insert_survey_several(wave, questions)
-- The answers to questions of several columns: each option once, though two columns may name it.
INSERT INTO survey_answer
SELECT $wave, choice.question, cell.response, choice.option, min(choice.rank), NULL
FROM survey_cell AS cell
JOIN survey_choice AS choice ON cell.position = choice.position AND cell.said = choice.said
WHERE list_contains($questions::INTEGER[], choice.question)
GROUP BY choice.question, cell.response, choice.option
