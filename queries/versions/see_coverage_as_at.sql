-- name: see_coverage_as_at()
-- Let what is answered for be what the extracts of then answer for.
CREATE TEMP VIEW coverage AS
SELECT * EXCLUDE (kept_row) FROM kept_coverage WHERE extract <= (SELECT extract FROM as_at)
