-- name: survey_totals(wave)
-- How many gave each answer, and any answer to its question (then option is NULL).
SELECT question, NULL::INTEGER AS option, base AS n FROM survey_question WHERE wave = $wave
UNION ALL
SELECT question, option, n FROM survey_count WHERE wave = $wave
