-- name: answered_by_gate(gates, targets, columns_of, columns, ignored_of, ignored)
-- For pairs of an earlier column (`gates`) and a later question (`targets`): how many gave each
-- answer to the first, how many of these answered the second, and how many said what is no answer
-- to it. A question's columns are named by pairs (`columns_of`, `columns`), as is what is no answer
-- to it (`ignored_of`, `ignored`).
WITH pair AS (
    SELECT unnest($gates::INTEGER[]) AS gate, unnest($targets::INTEGER[]) AS target
),
target_column AS (
    SELECT unnest($columns_of::INTEGER[]) AS target, unnest($columns::INTEGER[]) AS position
),
ignoring AS (
    SELECT
        unnest($ignored_of::INTEGER[]) AS target, unnest($ignored::VARCHAR[]) AS said,
        true AS is_ignored
),
spoken AS (
    SELECT
        target_column.target, survey_cell.response,
        bool_or(ignoring.is_ignored IS NULL) AS answers,
        bool_or(ignoring.is_ignored IS NOT NULL) AS is_silent
    FROM survey_cell
    JOIN target_column USING (position)
    LEFT JOIN ignoring
        ON ignoring.target = target_column.target AND ignoring.said = survey_cell.said
    GROUP BY target_column.target, survey_cell.response
)
SELECT
    pair.gate, pair.target, survey_cell.said, count(*) AS n,
    count(*) FILTER (spoken.answers) AS answered, count(*) FILTER (spoken.is_silent) AS silent
FROM pair
JOIN survey_cell ON survey_cell.position = pair.gate
LEFT JOIN spoken ON spoken.target = pair.target AND spoken.response = survey_cell.response
GROUP BY pair.gate, pair.target, survey_cell.said
ORDER BY pair.target, pair.gate, survey_cell.said
