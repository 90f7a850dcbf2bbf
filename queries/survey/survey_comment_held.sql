-- name: survey_comment_held(wave, question, number)
-- The status of one comment; no row where there is no such comment.
SELECT status
FROM survey_comment
WHERE wave = $wave AND question = $question AND number = $number
