-- name: insert_entered_counts(wave, question, option, n)
-- Put in the counts of a wave that was entered already summarised.
INSERT INTO survey_count BY NAME
SELECT
    $wave AS wave, unnest($question::INTEGER[]) AS question, unnest($option::INTEGER[]) AS option,
    unnest($n::BIGINT[]) AS n
