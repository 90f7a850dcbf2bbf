-- name: insert_workshop(assessment, code, changed_by)
-- Open an assessment to scorers, in its first round.
INSERT INTO workshop BY NAME
SELECT
    $assessment AS assessment, $code AS code, 1 AS round, 'open' AS state,
    now()::TIMESTAMP AS changed_at, $changed_by AS changed_by
