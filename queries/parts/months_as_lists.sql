-- part: months_as_lists
-- One row for each measure, ground and area: its months in any order, and the records of each.
SELECT
    measure, ground, district, area,
    list(month) AS months,
    list(n) AS counts
FROM months
GROUP BY measure, ground, district, area
