-- name: insert_survey_choices(wave, questions)
-- The answers to questions of one column: each cell by what it answers.
INSERT INTO survey_answer
SELECT $wave, choice.question, cell.response, choice.option, choice.rank, choice.value
FROM survey_cell AS cell
JOIN survey_choice AS choice ON cell.position = choice.position AND cell.said = choice.said
WHERE list_contains($questions::INTEGER[], choice.question)
