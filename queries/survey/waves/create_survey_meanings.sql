-- name: create_survey_meanings(positions, said, question, option, rank, value)
-- What things said in the columns mean: an option and perhaps a rank, a value, or (all three NULL) nothing.
CREATE TEMP TABLE survey_meaning AS
SELECT
    unnest($positions::INTEGER[]) AS position, unnest($said::VARCHAR[]) AS said,
    unnest($question::INTEGER[]) AS question, unnest($option::INTEGER[]) AS option,
    unnest($rank::INTEGER[]) AS rank, unnest($value::DOUBLE[]) AS value
