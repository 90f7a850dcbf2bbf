-- name: issue_explanations(assessment)
-- What people have written last of why each issue of an assessment changed.
WITH latest AS (
    SELECT *
    FROM issue_explanation
    WHERE assessment = $assessment
    QUALIFY row_number() OVER (PARTITION BY issue ORDER BY version DESC) = 1
)
SELECT issue, text, written_by, strftime(written_at, '%Y-%m-%d') AS written_on
FROM latest
WHERE text != ''
ORDER BY issue
