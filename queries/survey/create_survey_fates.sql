-- name: create_survey_fates(id_position, time_positions, question_positions, test)
-- Why a response is left out, NULL where it counts: a test, one without any answer, or one that
-- repeats another. Of several with one number the fullest counts, and those that say otherwise: two
-- people may have been given one number. Of several that say the same at the same time the first
-- counts, if so many answers in one second, or in one minute, are no chance; and if most times are
-- different: else they say when answers were typed in.
CREATE TEMP TABLE survey_fate AS
WITH marked AS (
    SELECT DISTINCT response
    FROM survey_cell
    WHERE
        said IN (
            SELECT said FROM survey_value WHERE list_contains($test::VARCHAR[], said)
        )
),
-- As a column about people marked it, which is not kept, or any other.
response AS (
    SELECT response, is_test OR response IN (SELECT response FROM marked) AS is_test
    FROM survey_response
),
answered AS (
    SELECT
        response, count(*) AS answers, bit_xor(hash(position, said)) AS content,
        bit_xor(hash(said, position, 1)) AS again
    FROM survey_cell
    WHERE list_contains($question_positions::INTEGER[], position)
    GROUP BY response
),
timed AS (
    SELECT
        response, string_agg(said, ' ' ORDER BY position) AS moment,
        CASE WHEN bool_or(said LIKE '%:%:%') THEN 3 ELSE 8 END AS telling
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
placed AS (
    SELECT
        response,
        first_value(response) OVER (
            PARTITION BY is_test, id ORDER BY answers DESC NULLS LAST, response
        ) AS fullest
    FROM response
    JOIN numbered USING (response)
    LEFT JOIN answered USING (response)
),
same_number AS (
    SELECT placed.response, coalesce(bool_or(ours.said <> theirs.said), false) AS says_otherwise
    FROM placed
    LEFT JOIN survey_cell AS ours
        ON
            ours.response = placed.response
            AND list_contains($question_positions::INTEGER[], ours.position)
    LEFT JOIN survey_cell AS theirs
        ON theirs.response = placed.fullest AND theirs.position = ours.position
    WHERE placed.response <> placed.fullest
    GROUP BY placed.response
),
judged AS (
    SELECT
        response, is_test, answers, moment, telling, says_otherwise,
        row_number() OVER (
            PARTITION BY is_test, answers, content, again, moment ORDER BY response
        ) AS of_moment,
        -- Where most say otherwise, numbers were given twice: by two interviewers, for instance.
        (SELECT 2 * count(*) FILTER (says_otherwise) <= count(*) FROM same_number) AS are_numbers,
        (SELECT 2 * count(DISTINCT moment) >= count(*) FROM timed) AS are_moments
    FROM response
    LEFT JOIN answered USING (response)
    LEFT JOIN timed USING (response)
    LEFT JOIN same_number USING (response)
)
SELECT
    response,
    CASE
        WHEN is_test THEN 'test'
        WHEN answers IS NULL THEN 'unanswered'
        WHEN are_numbers AND NOT says_otherwise THEN 'repeated'
        WHEN are_moments AND of_moment > 1 AND answers >= telling THEN 'repeated'
    END AS fate,
    fate IS NULL AND says_otherwise AS is_namesake
FROM judged
