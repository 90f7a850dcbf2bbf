-- name: define_full_years()
-- "03/02/24" among dates with four-digit years reads as the year 24: it is 2024.
CREATE OR REPLACE TEMP MACRO in_full_years(moment) AS
CASE WHEN moment < TIMESTAMP '0100-01-01' THEN moment + INTERVAL 2000 YEAR ELSE moment END
