-- name: see_records_as_at()
-- Let the versions of records be those of then: what a later extract ended was current.
CREATE TEMP VIEW incident AS
SELECT
    * EXCLUDE (kept_row)
    REPLACE (
        CASE WHEN last_extract <= (SELECT extract FROM as_at) THEN last_extract END AS last_extract
    )
FROM kept_incident
WHERE first_extract <= (SELECT extract FROM as_at)
