-- name: define_uk_moment()
-- When a date as text is, in UK local time: as it is read ('plain', 'tidied', 'serial', or 'utc' and
-- 'serial utc' where the times are in UTC without saying so themselves; 'serial 1904' and 'serial 1904
-- utc' where a workbook counts its days from 1904).
-- Plain text, which has no space at its ends, is tried in the formats as it stands. Tidied text may
-- carry a zone (Z, BST, +01:00, GMT+1), from which UK time is reckoned. A serial is Excel's count of
-- days, to the second.
CREATE OR REPLACE TEMP MACRO uk_moment(written, read_as, formats) AS
CASE
    WHEN read_as = 'plain' THEN try_strptime(written, formats)
    WHEN read_as IN ('serial', 'serial 1904')
        OR (starts_with(read_as, 'serial') AND NOT contains(written, '.'))
        THEN CASE WHEN contains(read_as, '1904') THEN TIMESTAMP '1904-01-01' ELSE TIMESTAMP '1899-12-30' END
            + to_seconds(round(excel_days(written) * 86400)::BIGINT)
    WHEN starts_with(read_as, 'serial')
        THEN timezone('Europe/London', timezone(
            'UTC',
            CASE WHEN contains(read_as, '1904') THEN TIMESTAMP '1904-01-01' ELSE TIMESTAMP '1899-12-30' END
            + to_seconds(round(excel_days(written) * 86400)::BIGINT)
        ))
    WHEN read_as IN ('tidied', 'utc') THEN
        CASE
            WHEN regexp_matches(trim(written), '(?::|[ T]\d{1,2}\.)\d{2}.*(?:(?i:Z|UTC|GMT|BST)|[+-]\d[\d:]*)$')
                OR (read_as = 'utc' AND regexp_matches(written, '(?::|[ T]\d{1,2}\.)\d{2}'))
                THEN timezone(
                    'Europe/London',
                    timezone(
                        'UTC', try_strptime(tidied_date(written), formats)
                        - to_minutes(
                            CASE
                                WHEN regexp_matches(trim(written), '(?i)BST$') THEN 60
                                WHEN NOT regexp_matches(trim(written), '[+-]\d[\d:]*$') THEN 0
                                ELSE (
                                    CASE regexp_extract(trim(written), '([+-])\d[\d:]*$', 1)
                                        WHEN '-' THEN -1 ELSE 1
                                    END
                                ) * (
                                    60 * try_cast(regexp_extract(
                                        trim(written), '[+-](\d{1,2})(?::?\d{2})?$', 1
                                    ) AS INTEGER)
                                    + coalesce(nullif(regexp_extract(
                                        trim(written), '[+-]\d{1,2}:?(\d{2})$', 1
                                    ), '')::INTEGER, 0)
                                )
                            END
                        )
                    )
                )
            ELSE try_strptime(tidied_date(written), formats)
        END
END
