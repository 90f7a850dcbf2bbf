-- name: create_reviewed_comments(wave)
-- The comments of a wave that somebody has read, before the wave is replaced.
CREATE TEMP TABLE reviewed_comment AS
SELECT
    question.slug, comment.text, any_value(comment.status) AS status,
    any_value(comment.theme) AS theme, any_value(comment.reviewed_by) AS reviewed_by,
    any_value(comment.reviewed_at) AS reviewed_at
FROM survey_comment AS comment
JOIN survey_question AS question USING (wave, question)
WHERE comment.wave = $wave AND comment.status <> 'waiting'
GROUP BY question.slug, comment.text
