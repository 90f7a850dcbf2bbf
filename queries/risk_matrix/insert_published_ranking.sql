-- name: insert_published_ranking(partnership, ending, name, source, scheme, is_ordered, is_whole, entered_by)
-- Keep a printed ranking; its number is the next.
INSERT INTO published_ranking BY NAME
SELECT
    coalesce(max(id), 0) + 1 AS id, $partnership AS partnership, $ending::DATE AS ending,
    $name AS name, $source AS source, $scheme AS scheme, $is_ordered::BOOLEAN AS is_ordered,
    $is_whole::BOOLEAN AS is_whole, $entered_by AS entered_by,
    now()::TIMESTAMP AS entered_at
FROM published_ranking
RETURNING id
