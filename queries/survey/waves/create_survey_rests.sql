-- name: create_survey_rests(positions, question, kind, option)
-- What cells mean that have no meaning of their own, by column: an option ("Other"), a number, a
-- date, or somebody's own words.
CREATE TEMP TABLE survey_rest AS
SELECT
    unnest($positions::INTEGER[]) AS position, unnest($question::INTEGER[]) AS question,
    unnest($kind::VARCHAR[]) AS kind, unnest($option::INTEGER[]) AS option
