-- name: priorities_of_assessment(assessment)
-- The priorities of an assessment as they stand, heading by heading in the order of their making.
WITH latest AS (
    SELECT *
    FROM priority
    WHERE assessment = $assessment
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY version DESC) = 1
)
SELECT
    id, version, name, heading, emphases, issues, reason, residents, police_and_crime_plan, county,
    continues
FROM latest
WHERE NOT is_removed
ORDER BY min(id) OVER (PARTITION BY heading), id
