-- name: assessments()
-- Every assessment, the latest of a partnership first.
SELECT
    id, partnership, ending, scheme, scheme_version, status, started_at, started_by, synthetic
FROM assessment
ORDER BY partnership, ending DESC, id DESC
