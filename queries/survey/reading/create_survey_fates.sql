-- name: create_survey_fates(id_position, time_positions, question_positions, test, several_numbers, keep_alike, keep_latest, overtaken, elsewhere, elsewhere_at)
-- Why a response is left out, NULL where it counts: a test, one without any answer, or one that
-- repeats another. Of several with one number the fullest counts, and those that say otherwise: two
-- people may have been given one number. Of several that say the same at the same time the first
-- counts, if so many answers in one second, or in one minute, are no chance; and if most times are
-- different: else they say when answers were typed in. Where that is less sure, or the tool gave each
-- of them two numbers, they count and are marked as `is_alike`, unless `keep_alike` says what they
-- are. With `keep_latest` those of a number count that are not `overtaken` by another. Whoever says that they live `elsewhere` is left out as well.
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
    SELECT response, address, is_test OR response IN (SELECT response FROM marked) AS is_test
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
living AS (
    SELECT unnest($elsewhere_at::INTEGER[]) AS position, unnest($elsewhere::VARCHAR[]) AS said
),
outside AS (
    SELECT DISTINCT response FROM survey_cell JOIN living USING (position, said)
),
judged AS (
    SELECT
        response, is_test, answers, moment, telling, says_otherwise,
        response IN (SELECT response FROM outside) AS is_outside,
        row_number() OVER same AS of_moment,
        count(*) OVER (
            PARTITION BY is_test, answers, content, again, moment, address
        ) AS in_moment,
        -- Where most say otherwise, numbers were given twice: by two interviewers, for instance.
        (SELECT 2 * count(*) FILTER (says_otherwise) <= count(*) FROM same_number) AS are_numbers,
        (SELECT 2 * count(DISTINCT moment) >= count(*) FROM timed) AS are_moments
    FROM response
    LEFT JOIN answered USING (response)
    LEFT JOIN timed USING (response)
    LEFT JOIN same_number USING (response)
    WINDOW same AS (
        PARTITION BY is_test, answers, content, again, moment, address ORDER BY response
    )
),
likened AS (
    SELECT
        *,
        moment IS NOT NULL AND are_moments AND of_moment > 1
        AND (answers >= telling OR (answers > 1 AND in_moment > 2)) AS is_again
    FROM judged
)
SELECT
    response,
    CASE
        WHEN is_test THEN 'test'
        WHEN answers IS NULL THEN 'unanswered'
        WHEN
            CASE
                WHEN $keep_latest::BOOLEAN THEN list_contains($overtaken::INTEGER[], response)
                ELSE are_numbers AND NOT says_otherwise
            END
            THEN 'repeated'
        WHEN is_outside THEN 'elsewhere'
        WHEN
            is_again AND NOT coalesce(
                $keep_alike::BOOLEAN, answers < telling OR $several_numbers::BOOLEAN
            )
            THEN 'repeated'
    END AS fate,
    fate IS NULL AND says_otherwise AND NOT $keep_latest::BOOLEAN AS is_namesake,
    fate IS NULL AND is_again AND $keep_alike::BOOLEAN IS NULL AS is_alike
FROM likened
