-- name: insert_survey_denials(wave, questions)
-- Whoever said no to every part of a question has answered it: an answer without an option, after
-- the options of the others are in.
INSERT INTO survey_answer
SELECT DISTINCT $wave, meaning.question, cell.response, NULL::INTEGER, NULL::INTEGER, NULL::DOUBLE
FROM survey_cell AS cell
JOIN survey_meaning AS meaning ON cell.position = meaning.position AND cell.said = meaning.said
ANTI JOIN survey_answer AS answer
    ON
        answer.wave = $wave AND answer.question = meaning.question
        AND answer.respondent = cell.response
WHERE list_contains($questions::INTEGER[], meaning.question) AND meaning.option IS NULL
