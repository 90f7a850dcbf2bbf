-- name: insert_survey_choices(wave, questions)
-- The answers to questions of which a response has one: each cell by what it means.
INSERT INTO survey_answer
SELECT
    $wave, meaning.question, cell.response, meaning.option, meaning.rank, meaning.value
FROM survey_cell AS cell
JOIN survey_meaning AS meaning ON cell.position = meaning.position AND cell.said = meaning.said
WHERE
    list_contains($questions::INTEGER[], meaning.question)
    AND (meaning.option IS NOT NULL OR meaning.value IS NOT NULL)
