-- name: define_excel_days()
-- A text as Excel's count of days; null where it is none, or reaches beyond the year 9999.
CREATE OR REPLACE TEMP MACRO excel_days(written) AS
CASE
    WHEN try_cast(trim(written) AS DOUBLE) BETWEEN 0 AND 2958465
        THEN try_cast(trim(written) AS DOUBLE)
END
