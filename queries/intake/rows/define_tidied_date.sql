-- name: define_tidied_date()
-- A date as text without what says no more of its day: "Thu", fractions of a second, the zone.
-- The zone behind a time is read apart (define_uk_moment); a date without a time has none. "p.m."
-- becomes "pM", as strptime takes it; of 03.03.00, as Oracle writes times, the dots become colons. 24:00
-- is the end of the day that is written, and no hour of it.
CREATE OR REPLACE TEMP MACRO tidied_date(written) AS
regexp_replace(
    regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(
                            trim(written), '(\d[T ]\s*\d{1,2})\.(\d{2})\.(\d{2})(\D.*)?$', '\1:\2:\3\4'
                        ),
                        '(\d[T ]\s*\d{1,2})\.(\d{2})(\s*[AaPp]\.?[Mm]\.?)?$', '\1:\2\3'
                    ),
                    '[T ]24:00(?::00)?$', ''
                ),
                '^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+', ''
            ),
            '(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?(\s*[AaPp]\.?[Mm]\.?)?\s*'
            || '(?:(?i:Z|UTC|GMT|BST)|(?i:UTC|GMT)?\s*[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?)?$',
            '\1\2'
        ),
        '\s*([AaPp])\.?[Mm]\.?$', ' \1M'
    ),
    ',?\s+', ' ', 'g'
)
