-- name: define_tidied_reference()
-- A reference without what programs put to it unseen: marks that no eye sees, the apostrophe by which
-- Excel keeps a text, ".0" behind a number, and spaces at its ends and beside a slash or hyphen. Few have any.
CREATE OR REPLACE TEMP MACRO tidied_reference(written) AS
CASE
    WHEN strlen(written) = length(written) AND NOT contains(written, ' ')
        AND NOT starts_with(written, '''') AND NOT ends_with(written, '.0') THEN written
    ELSE regexp_replace(
        regexp_replace(
            regexp_replace(
                trim(regexp_replace(
                    regexp_replace(written, '[\x{00AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g'),
                    '[\s\x{00A0}\x{202F}]+', ' ', 'g'
                )),
                '^[''’]\s*', ''
            ),
            '\s*([/-])\s*', '\1', 'g'
        ),
        '^(\d+)\.0+$', '\1'
    )
END
