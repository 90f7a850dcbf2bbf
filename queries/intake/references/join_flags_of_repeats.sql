-- name: join_flags_of_repeats(kept, flag_text)
-- Let the row that is kept of a repeated reference carry the flags of all its rows.
UPDATE staged
SET flag_text = repeat.flag_text
FROM (
    SELECT unnest($kept::BIGINT[]) AS kept, unnest($flag_text::VARCHAR[]) AS flag_text
) AS repeat
WHERE staged.rowid = repeat.kept
