-- name: define_bare_reference()
-- A reference as whoever knows the record would tell it again: without capitals, what parts its numbers,
-- zeros before them, and the century of a year at either end.
CREATE OR REPLACE TEMP MACRO bare_reference(written) AS
upper(regexp_replace(
    regexp_replace(
        regexp_replace(
            regexp_replace(replace(written, ',', ''), '([^A-Za-z0-9])20(\d\d)$', '\1\2'),
            '^20(\d\d)([^A-Za-z0-9])', '\1\2'
        ),
        '(^|\D)0+(\d)', '\1\2', 'g'
    ),
    '[^\pL\pN]', '', 'g'
))
