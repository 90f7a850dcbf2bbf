-- name: survey_questions(wave)
-- The questions of a wave in the order of its questionnaire, each with what was not decided of it or
-- of all rows of the wave.
SELECT
    question.question, question.slug, question.wording, question.kind, question.concept,
    question.scale, question.base, question.asked, question.asked_of,
    list_concat(coalesce(question.doubts, []), coalesce(wave.doubts, [])) AS doubts,
    coalesce(question.ends, []) AS ends
FROM survey_question AS question
JOIN survey_wave AS wave ON wave.id = question.wave
WHERE question.wave = $wave
ORDER BY question.question
