-- name: options_of_few(wave, fewest)
-- The answers of a wave that somebody gave, and fewer than so many, whose words hardly anybody
-- chose in any other question or wave of its survey: nothing says that they were offered.
WITH chosen AS (
    SELECT survey_wave.survey, wave, question, option, label, role, n
    FROM survey_option
    JOIN survey_count USING (wave, question, option)
    JOIN survey_wave ON survey_wave.id = wave
)
SELECT question, option
FROM chosen AS few
WHERE
    wave = $wave AND n > 0 AND n < $fewest::BIGINT AND role = 'answer'
    AND NOT EXISTS (
        FROM chosen AS common
        WHERE
            common.survey = few.survey AND common.n >= $fewest::BIGINT
            AND lower(common.label) = lower(few.label)
    )
ORDER BY question, option
