-- name: restore_reviews(wave)
-- What had been read before the wave was replaced need not be read again, where the words are the same.
UPDATE survey_comment
SET
    status = reviewed_comment.status, theme = reviewed_comment.theme,
    reviewed_by = reviewed_comment.reviewed_by, reviewed_at = reviewed_comment.reviewed_at
FROM reviewed_comment
JOIN survey_question ON survey_question.wave = $wave AND survey_question.slug = reviewed_comment.slug
WHERE
    survey_comment.wave = $wave AND survey_comment.question = survey_question.question
    AND survey_comment.text = reviewed_comment.text
