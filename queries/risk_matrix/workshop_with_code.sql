-- name: workshop_with_code(code)
-- The workshop that a code opens, if there is one.
SELECT assessment, code, round, state, changed_at, changed_by
FROM workshop
WHERE code = $code
