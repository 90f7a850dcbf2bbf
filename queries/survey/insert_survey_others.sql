-- name: insert_survey_others(wave, formats)
-- The answers that have no meaning of their own: "Other", numbers, and dates as days since 1970.
INSERT INTO survey_answer
SELECT $wave, question, response, option, NULL, value
FROM (
    SELECT
        rest.question, cell.response, rest.option,
        CASE rest.kind
            WHEN 'number' THEN
                try_cast(regexp_replace(cell.said, '[£,%\s]', '', 'g') AS DOUBLE)
            WHEN 'date' THEN
                date_diff('day', DATE '1970-01-01', try_strptime(cell.said, $formats::VARCHAR[])::DATE)
        END AS value
    FROM survey_cell AS cell
    JOIN survey_rest AS rest USING (position)
    ANTI JOIN survey_meaning AS meaning
        ON cell.position = meaning.position AND cell.said = meaning.said
    WHERE rest.kind IN ('single', 'scale', 'number', 'date')
)
WHERE option IS NOT NULL OR value IS NOT NULL
