-- name: insert_survey_rankings(wave, questions)
-- The answers to questions that were ranked within a cell: an option's rank is its place.
INSERT INTO survey_answer
SELECT $wave, meaning.question, part.response, meaning.option, min(part.place), NULL
FROM survey_part AS part
JOIN survey_meaning AS meaning ON part.position = meaning.position AND part.said = meaning.said
WHERE list_contains($questions::INTEGER[], meaning.question) AND meaning.option IS NOT NULL
GROUP BY meaning.question, part.response, meaning.option
