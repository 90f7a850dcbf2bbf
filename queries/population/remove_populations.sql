-- name: remove_populations(year)
-- Remove what is said of a year.
DELETE FROM population WHERE year = $year
