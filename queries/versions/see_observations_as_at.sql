-- name: see_observations_as_at()
-- Let the versions of counts be those of then: what a later extract ended was current.
CREATE TEMP VIEW observation AS
SELECT
    * EXCLUDE (kept_row)
    REPLACE (
        CASE WHEN last_extract <= (SELECT extract FROM as_at) THEN last_extract END AS last_extract
    )
FROM kept_observation
WHERE first_extract <= (SELECT extract FROM as_at)
