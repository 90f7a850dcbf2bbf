-- name: insert_survey_questions(wave, question, slug, wording, kind, concept, scale, base, asked, asked_of, doubts, ends)
-- Put in the questions of a wave.
INSERT INTO survey_question BY NAME
SELECT
    $wave AS wave, unnest($question::INTEGER[]) AS question, unnest($slug::VARCHAR[]) AS slug,
    unnest($wording::VARCHAR[]) AS wording, unnest($kind::VARCHAR[]) AS kind,
    unnest($concept::VARCHAR[]) AS concept, unnest($scale::VARCHAR[]) AS scale,
    unnest($base::BIGINT[]) AS base, unnest($asked::BIGINT[]) AS asked,
    unnest($asked_of::VARCHAR[]) AS asked_of, unnest($doubts::VARCHAR[][]) AS doubts,
    unnest($ends::VARCHAR[][]) AS ends
