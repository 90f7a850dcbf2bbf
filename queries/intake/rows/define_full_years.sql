-- name: define_full_years()
-- "03/02/24" among dates with four-digit years reads as the year 24: it is 2024. "03-04-25" among dates
-- such as 2025-04-03 reads as the year 3, and is none: nobody knows whether it begins with its year.
-- "3/4" is a day without a year where as a month, of 2004, it is long ago. Where `short_months` is false,
-- the column writes whole dates: "Apr-03" among them may be 3 April or April 2003, and is none.
CREATE OR REPLACE TEMP MACRO in_full_years(moment, written, latest, short_months) AS
CASE
    WHEN NOT short_months AND (length(written) <= 5 OR written >= 'A')
        AND regexp_full_match(trim(written), '[A-Za-z]+[- ]\d{1,2}|\d{1,2}[-/]\d{1,2}') THEN NULL
    WHEN moment >= TIMESTAMP '0100-01-01' THEN moment
    WHEN moment IS NOT NULL AND NOT (
        regexp_matches(written, '\b\d{1,2}[/-]\d{1,2}[/-]\d{1,2}\b')
        AND try_cast(regexp_extract(written, '\b(\d{1,2})[/-]\d', 1) AS INTEGER) = year(moment)
        AND try_cast(regexp_extract(written, '\d[/-]\d{1,2}[/-](\d{1,2})\b', 1) AS INTEGER) = day(moment)
        AND year(moment) <> day(moment)
    ) AND (
        year(moment) + 2015 >= year(latest) OR NOT regexp_full_match(trim(written), '\d{1,2}/\d{1,2}')
    ) THEN moment + INTERVAL 2000 YEAR
END
