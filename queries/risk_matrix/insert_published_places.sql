-- name: insert_published_places(ranking, ranks, labels, issues, bands)
-- Keep the issues of a printed ranking, in the order given.
INSERT INTO published_place BY NAME
SELECT
    $ranking AS ranking, unnest(range(1, len($ranks::INTEGER[]) + 1))::INTEGER AS position,
    unnest($ranks::INTEGER[]) AS rank, unnest($labels::VARCHAR[]) AS label,
    unnest($issues::VARCHAR[]) AS issue, unnest($bands::VARCHAR[]) AS band
