-- name: insert_population_margins(survey, variable, category, people, source, as_at)
-- Put in how many people there are of each category of some variables.
INSERT INTO population_margin BY NAME
SELECT
    $survey AS survey, unnest($variable::VARCHAR[]) AS variable,
    unnest($category::VARCHAR[]) AS category, unnest($people::BIGINT[]) AS people,
    unnest($source::VARCHAR[]) AS source, unnest($as_at::DATE[]) AS as_at
