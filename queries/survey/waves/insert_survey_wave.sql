-- name: insert_survey_wave(wave, survey, mode, first_day, last_day, respondents, rows_read, rows_left_out, summarised, file_name, sha256, problems, loaded_by, synthetic, weight_column, doubts)
-- Record a wave itself: when and how people were asked, and what it was read from.
INSERT INTO survey_wave BY NAME
SELECT
    $wave AS id, $survey AS survey, $mode AS mode, $first_day::DATE AS first_day,
    $last_day::DATE AS last_day, $respondents AS respondents, $rows_read AS rows_read,
    $rows_left_out AS rows_left_out, $summarised AS summarised, $file_name AS file_name,
    $sha256 AS sha256, $problems::VARCHAR[] AS problems,
    -- The last to be loaded is the latest, whatever the machine's clock does between the two.
    greatest(
        now()::TIMESTAMP, (SELECT max(loaded_at) FROM survey_wave) + INTERVAL 1 MICROSECOND
    ) AS loaded_at,
    $loaded_by AS loaded_by, $synthetic AS synthetic, $weight_column::VARCHAR AS weight_column,
    $doubts::VARCHAR[] AS doubts
