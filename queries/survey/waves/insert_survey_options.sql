-- name: insert_survey_options(wave, question, option, label, role, side, concern)
-- Put in the options of a wave's questions.
INSERT INTO survey_option BY NAME
SELECT
    $wave AS wave, unnest($question::INTEGER[]) AS question, unnest($option::INTEGER[]) AS option,
    unnest($label::VARCHAR[]) AS label, unnest($role::VARCHAR[]) AS role,
    unnest($side::INTEGER[]) AS side, unnest($concern::VARCHAR[]) AS concern
