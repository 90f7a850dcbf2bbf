-- part: chosen_sources
-- Grounds with the one source that is chosen for each subject.
chosen AS (
    SELECT
        unnest($grounds::VARCHAR[]) AS ground,
        unnest($subjects::VARCHAR[]) AS subject,
        unnest($sources::VARCHAR[]) AS source
)
