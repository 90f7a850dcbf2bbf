-- name: create_survey_silences(positions, said, not_asked)
-- What is no answer in some columns: that the question was not asked, or that it was left blank.
CREATE OR REPLACE TEMP TABLE survey_silence AS
SELECT
    unnest($positions::INTEGER[]) AS position, unnest($said::VARCHAR[]) AS said,
    unnest($not_asked::BOOLEAN[]) AS not_asked
