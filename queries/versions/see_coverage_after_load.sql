-- name: see_coverage_after_load()
-- Let what the checked extract would answer for be answered for.
CREATE TEMP VIEW coverage AS
SELECT * EXCLUDE (kept_row) FROM kept_coverage
UNION ALL BY NAME
SELECT * FROM new_coverage
