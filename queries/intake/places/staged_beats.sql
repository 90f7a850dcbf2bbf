-- name: staged_beats()
-- Police beats that staged rows name.
SELECT DISTINCT beat FROM staged WHERE beat IS NOT NULL ORDER BY beat
