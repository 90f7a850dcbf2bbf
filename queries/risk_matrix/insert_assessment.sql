-- name: insert_assessment(partnership, ending, scheme, scheme_version, started_by, synthetic)
-- Start an assessment as a draft, and return its number.
INSERT INTO assessment BY NAME
SELECT
    (SELECT coalesce(max(id), 0) + 1 FROM assessment) AS id,
    $partnership AS partnership, $ending::DATE AS ending,
    $scheme AS scheme, $scheme_version AS scheme_version,
    'draft' AS status, now()::TIMESTAMP AS started_at, $started_by AS started_by,
    $synthetic AS synthetic
RETURNING id
