-- name: populations(counted)
-- How many residents, or households, each district has, by area code and year.
SELECT area, year, number, source, doubt
FROM population
WHERE counted = $counted::VARCHAR
ORDER BY area, year
