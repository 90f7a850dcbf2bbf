-- name: define_trimmed()
-- A text without space at its ends. Few have any: of texts in plain letters it is looked for there, which
-- takes a third of the time; other letters, among which there are other spaces, are looked through.
CREATE OR REPLACE TEMP MACRO trimmed(written) AS
CASE
    WHEN strlen(written) = length(written) AND written NOT LIKE ' %' AND written NOT LIKE '% ' THEN written
    ELSE trim(written)
END
