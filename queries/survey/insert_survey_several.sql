-- name: insert_survey_several(wave, questions)
-- The answers to questions of which a response may have several: each option once, ranked where
-- its place in the cell or its column ranks it.
INSERT INTO survey_answer
SELECT $wave, question, response, option, min(rank), NULL
FROM (
    SELECT meaning.question, cell.response, meaning.option, meaning.rank
    FROM survey_cell AS cell
    JOIN survey_meaning AS meaning ON cell.position = meaning.position AND cell.said = meaning.said
    UNION ALL
    SELECT rest.question, cell.response, rest.option, NULL
    FROM survey_cell AS cell
    JOIN survey_rest AS rest USING (position)
    ANTI JOIN survey_meaning AS meaning
        ON cell.position = meaning.position AND cell.said = meaning.said
    WHERE rest.option IS NOT NULL
)
WHERE list_contains($questions::INTEGER[], question) AND option IS NOT NULL
GROUP BY question, response, option
