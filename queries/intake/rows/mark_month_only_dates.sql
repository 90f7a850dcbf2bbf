-- name: mark_month_only_dates()
-- Where every date is the first of some month, the source says months and writes them as days.
UPDATE staged
SET precision = 'month'
WHERE (
    SELECT count(*) >= 20 AND count(DISTINCT counted_on) > 1 AND max(day(counted_on)) = 1
    FROM staged
)
