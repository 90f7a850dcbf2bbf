-- name: survey_tallies(wave, questions, several, by, margins, cells, weights, own)
-- Answers to some questions by group, option and kind of row, counted and weighted.
-- A group is what a respondent answered to the questions `by`; NULL are those who answered none of
-- them. What is a base counts respondents with any answer; else option is NULL where a number was
-- given. Weights come by cell, which is what a respondent answered to the questions `margins`;
-- whoever answered none of them weighs 1. Or, with `own`, they are those of the wave's file, by respondent. To the questions in `several` a respondent may have given several answers.
WITH asked AS (
    SELECT question, respondent, option, rank, value
    FROM survey_answer
    WHERE wave = $wave AND list_contains($questions::INTEGER[], question)
),
grouped AS (
    SELECT respondent, string_agg(question || ':' || option, ' ' ORDER BY question) AS grp
    FROM survey_answer
    WHERE wave = $wave AND list_contains($by::INTEGER[], question) AND option IS NOT NULL
    GROUP BY respondent
),
in_cell AS (
    SELECT respondent, string_agg(question || ':' || option, ' ' ORDER BY question) AS cell
    FROM survey_answer
    WHERE wave = $wave AND list_contains($margins::INTEGER[], question) AND option IS NOT NULL
    GROUP BY respondent
),
weighing AS (
    SELECT unnest($cells::VARCHAR[]) AS cell, unnest($weights::DOUBLE[]) AS weight
),
weighed AS (
    SELECT in_cell.respondent, weighing.weight FROM in_cell JOIN weighing USING (cell)
    UNION ALL
    SELECT respondent, weight FROM survey_weight WHERE wave = $wave AND $own::BOOLEAN
),
given AS (
    SELECT asked.*, grouped.grp, coalesce(weighed.weight, 1) AS weight
    FROM asked
    LEFT JOIN grouped USING (respondent)
    LEFT JOIN weighed USING (respondent)
),
-- Several ticks, or places, are still one respondent; the others need no looking for repeats.
answered AS (
    SELECT question, grp, weight
    FROM given
    WHERE NOT list_contains($several::INTEGER[], question)
    UNION ALL
    SELECT question, grp, weight
    FROM (
        SELECT DISTINCT question, grp, respondent, weight
        FROM given
        WHERE list_contains($several::INTEGER[], question)
    )
)
SELECT
    question,
    grp,
    true AS is_base,
    NULL::INTEGER AS option,
    count(*) AS n,
    coalesce(sum(weight), 0)::DOUBLE AS weight,
    coalesce(sum(weight * weight), 0)::DOUBLE AS squares,
    0::DOUBLE AS ranks,
    0::DOUBLE AS numbers,
    0::DOUBLE AS number_squares,
    0::DOUBLE AS weighted_numbers,
    0::DOUBLE AS weighted_number_squares,
    0::BIGINT AS firsts
FROM answered
GROUP BY question, grp
UNION ALL
SELECT
    question,
    grp,
    false,
    option,
    count(*),
    sum(weight),
    sum(weight * weight),
    coalesce(sum(rank), 0)::DOUBLE,
    coalesce(sum(value), 0)::DOUBLE,
    coalesce(sum(value * value), 0)::DOUBLE,
    coalesce(sum(weight * value), 0)::DOUBLE,
    coalesce(sum(weight * value * value), 0)::DOUBLE,
    count(*) FILTER (rank = 1)
FROM given
GROUP BY question, grp, option
