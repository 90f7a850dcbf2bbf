-- name: survey_comments(wave, status)
-- The comments of a wave, of one status or (NULL) of any.
SELECT
    comment.question, question.slug, question.wording, comment.number, comment.text,
    comment.status, comment.theme, comment.reviewed_by, comment.reviewed_at
FROM survey_comment AS comment
JOIN survey_question AS question USING (wave, question)
WHERE comment.wave = $wave AND comment.status = coalesce($status::VARCHAR, comment.status)
ORDER BY comment.question, comment.number
