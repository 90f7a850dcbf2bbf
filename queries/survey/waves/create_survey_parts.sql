-- name: create_survey_parts()
-- What each thing said is made of: a row for each part of what was split, with its place; all else
-- is its own only part and has no place.
CREATE TEMP TABLE survey_part AS
WITH parted AS (
    SELECT
        position, said, trim(unnest(parts)) AS part,
        unnest(range(1, len(parts) + 1))::INTEGER AS place
    FROM survey_split
)
SELECT position, said, part, place FROM parted
UNION ALL
SELECT position, said, said, NULL
FROM survey_value
WHERE position NOT IN (SELECT position FROM parted)
