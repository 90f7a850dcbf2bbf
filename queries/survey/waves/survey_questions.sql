-- name: survey_questions(wave)
-- The questions of a wave in the order of its questionnaire.
SELECT question, slug, wording, kind, concept, scale, base, asked, asked_of
FROM survey_question
WHERE wave = $wave
ORDER BY question
