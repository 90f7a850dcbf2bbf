-- name: populations()
-- How many people live in each district, by area code and year.
SELECT area, year, people, source, doubt
FROM population
ORDER BY area, year
