-- name: remove_repeats(reference, kept)
-- Leave one staged row for each repeated reference.
DELETE FROM staged
USING (SELECT unnest($reference::VARCHAR[]) AS reference, unnest($kept::BIGINT[]) AS kept) AS repeat
WHERE staged.reference = repeat.reference AND staged.rowid <> repeat.kept
