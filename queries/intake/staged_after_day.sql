-- name: staged_after_day(after)
-- How many staged rows, of those with dates in numbers, fall after some day of the month.
SELECT count(*) FROM staged WHERE numeric_date AND day(counted_on) > $after
