-- name: define_time_of_day()
-- How long after midnight a time as text is: 08:00, 8:00 pm, 0800, or Excel's fraction of a day.
CREATE OR REPLACE TEMP MACRO time_of_day(written) AS
CASE
    WHEN regexp_full_match(trim(written), '\d{3,4}')
        THEN try_strptime(lpad(trim(written), 4, '0'), '%H%M') - TIMESTAMP '1900-01-01'
    WHEN regexp_full_match(trim(written), '0?\.\d+')
        THEN to_seconds(round(trim(written)::DOUBLE * 86400)::BIGINT)
    ELSE try_strptime(
        regexp_extract(tidied_date(written), '\d{1,2}:\d{2}(?::\d{2})?(?: [AaPp]M)?$'),
        ['%H:%M', '%H:%M:%S', '%I:%M %p', '%I:%M:%S %p']
    ) - TIMESTAMP '1900-01-01'
END
