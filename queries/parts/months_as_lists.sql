-- part: months_as_lists
-- One row for each measure, ground and area: its months, and the records of each.
SELECT
    measure, ground, district, area,
    list(month ORDER BY month) AS months,
    list(n ORDER BY month) AS counts
FROM months
GROUP BY measure, ground, district, area
