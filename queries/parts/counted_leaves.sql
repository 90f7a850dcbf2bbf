-- part: counted_leaves
-- Measures with the leaves they count, and the subject of each leaf.
counted AS (
    SELECT
        unnest($measures::VARCHAR[]) AS measure,
        unnest($leaves::VARCHAR[]) AS leaf,
        unnest($leaf_subjects::VARCHAR[]) AS subject
)
