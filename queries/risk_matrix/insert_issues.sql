-- name: insert_issues(assessment, ids, labels, measure_sets, measures, under_reported, carried_from)
-- Put issues into an assessment, in the order of the lists.
INSERT INTO issue BY NAME
SELECT
    $assessment AS assessment,
    unnest($ids::VARCHAR[]) AS id,
    generate_subscripts($ids::VARCHAR[], 1) AS position,
    unnest($labels::VARCHAR[]) AS label,
    unnest($measure_sets::VARCHAR[][]) AS measure_sets,
    unnest($measures::VARCHAR[][]) AS measures,
    unnest($under_reported::BOOLEAN[]) AS under_reported,
    unnest($carried_from::INTEGER[]) AS carried_from
