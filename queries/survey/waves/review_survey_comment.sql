-- name: review_survey_comment(wave, question, number, status, theme, reviewed_by)
-- Say that somebody has read a comment, and whether it may be shown; no row where there is none.
UPDATE survey_comment
SET status = $status, theme = $theme, reviewed_by = $reviewed_by, reviewed_at = now()::TIMESTAMP
WHERE wave = $wave AND question = $question AND number = $number
RETURNING number
