-- name: respondents_by_cell(wave, margins)
-- How many respondents gave the same answers to some questions; those with none have no cell.
WITH in_cell AS (
    SELECT respondent, string_agg(question || ':' || option, ' ' ORDER BY question) AS cell
    FROM survey_answer
    WHERE wave = $wave AND list_contains($margins::INTEGER[], question) AND option IS NOT NULL
    GROUP BY respondent
)
SELECT cell, count(*) AS n FROM in_cell GROUP BY cell ORDER BY cell
