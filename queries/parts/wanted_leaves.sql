-- part: wanted_leaves
-- The leaves to count in each ground, with the source that is chosen for their subject.
wanted AS (
    SELECT measure, leaf, ground, source
    FROM counted
    JOIN chosen USING (subject)
)
