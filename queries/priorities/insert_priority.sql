-- name: insert_priority(assessment, id, seen, name, heading, emphases, issues, reason, residents, police_and_crime_plan, county, continues, is_removed, changed_by)
-- Save a priority as the version after the one seen; no row where there is a later one already.
INSERT INTO priority BY NAME
WITH held AS (
    SELECT coalesce(max(version), 0) AS version
    FROM priority
    WHERE assessment = $assessment AND id = $id
)
SELECT
    $assessment AS assessment, $id AS id, held.version + 1 AS version,
    $name AS name, $heading AS heading, $emphases::VARCHAR[] AS emphases,
    $issues::VARCHAR[] AS issues, $reason AS reason, $residents AS residents,
    $police_and_crime_plan AS police_and_crime_plan, $county AS county,
    $continues::VARCHAR[] AS continues, $is_removed::BOOLEAN AS is_removed,
    now()::TIMESTAMP AS changed_at, $changed_by AS changed_by
FROM held
WHERE held.version = $seen::INTEGER
RETURNING version
