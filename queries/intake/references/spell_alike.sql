-- name: spell_alike(spellings, kept)
-- Write references that are one as one of them is written: `kept` stands beside each of `spellings`.
UPDATE staged
SET reference = spelt.kept
FROM (SELECT unnest($spellings::VARCHAR[]) AS spelling, unnest($kept::VARCHAR[]) AS kept) AS spelt
WHERE staged.reference = spelt.spelling
