-- name: set_assessment_scheme(assessment, scheme, scheme_version)
-- Let an assessment be scored by another scheme, or another version of its own.
UPDATE assessment
SET scheme = $scheme, scheme_version = $scheme_version
WHERE id = $assessment
