-- name: create_survey_choices(ranked, formats)
-- What each thing said, or each part of it, answers: an option, ranked by its column or, in the
-- questions `ranked`, by its place in the cell; a number; a date as days since 1970. What has no
-- meaning of its own is what its column takes it for: "Other", a number, a date.
CREATE TEMP TABLE survey_choice AS
WITH answering AS (
    SELECT
        position, spoken.said, meaning.question, meaning.option, meaning.value,
        coalesce(
            meaning.rank,
            CASE WHEN list_contains($ranked::INTEGER[], meaning.question) THEN spoken.place END
        ) AS rank
    FROM survey_part AS spoken
    JOIN survey_meaning AS meaning USING (position)
    WHERE spoken.part = meaning.said
    UNION ALL
    SELECT
        position, spoken.said, rest.question, rest.option,
        CASE rest.kind
            WHEN 'number' THEN
                -- "nan" and "inf" would be numbers to a cast.
                CASE
                    WHEN regexp_matches(spoken.part, '^[£\d.,%\s-]+$') THEN
                        try_cast(regexp_replace(spoken.part, '[£,%\s]', '', 'g') AS DOUBLE)
                END
            WHEN 'date' THEN
                date_diff(
                    'day', DATE '1970-01-01', try_strptime(spoken.part, $formats::VARCHAR[])::DATE
                )
        END AS value,
        NULL
    FROM survey_part AS spoken
    JOIN survey_rest AS rest USING (position)
    ANTI JOIN survey_meaning AS meaning
        ON
            spoken.position = meaning.position AND spoken.part = meaning.said
            AND rest.question = meaning.question
    WHERE NOT list_contains($ranked::INTEGER[], rest.question)
)
SELECT position, said, question, option, min(rank) AS rank, min(value) AS value
FROM answering
WHERE option IS NOT NULL OR value IS NOT NULL
GROUP BY position, said, question, option
