-- name: insert_survey_readings(survey, headers, decisions)
-- Keep what was decided about some columns, for the next wave.
INSERT INTO survey_reading BY NAME
SELECT $survey AS survey, unnest($headers::VARCHAR[]) AS header, unnest($decisions::VARCHAR[]) AS decision
