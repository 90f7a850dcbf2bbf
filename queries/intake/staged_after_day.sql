-- name: staged_after_day(after)
-- How many staged rows fall on a day of the month after some day.
SELECT count(*) FROM staged WHERE day(counted_on) > $after
