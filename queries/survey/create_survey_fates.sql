-- name: create_survey_fates(id_position, time_positions, question_positions)
-- Why a response is left out, NULL where it counts: a test, one without any answer, or one that
-- repeats another. Of several with one number the fullest counts; of several that say the same at
-- the same time (to the minute or second) the first.
CREATE TEMP TABLE survey_fate AS
WITH answered AS (
    SELECT
        response, count(*) AS answers, bit_xor(hash(position, said)) AS content,
        bit_xor(hash(said, position, 1)) AS again
    FROM survey_cell
    WHERE list_contains($question_positions::INTEGER[], position)
    GROUP BY response
),
timed AS (
    SELECT response, string_agg(said, ' ' ORDER BY position) AS moment
    FROM survey_cell
    WHERE list_contains($time_positions::INTEGER[], position) AND said LIKE '%:%'
    GROUP BY response
),
numbered AS (
    SELECT response, min(said) AS id
    FROM survey_cell
    WHERE position = $id_position::INTEGER
    GROUP BY response
),
judged AS (
    SELECT
        response, is_test, answers, moment,
        row_number() OVER (
            PARTITION BY is_test, coalesce('number ' || id, 'row ' || response)
            ORDER BY answers DESC NULLS LAST, response
        ) AS of_number,
        row_number() OVER (
            PARTITION BY is_test, answers, content, again, moment ORDER BY response
        ) AS of_moment
    FROM survey_response
    LEFT JOIN answered USING (response)
    LEFT JOIN timed USING (response)
    LEFT JOIN numbered USING (response)
)
SELECT
    response,
    CASE
        WHEN is_test THEN 'test'
        WHEN answers IS NULL THEN 'unanswered'
        WHEN of_number > 1 OR (moment IS NOT NULL AND of_moment > 1) THEN 'repeated'
    END AS fate
FROM judged
