-- name: remove_populations(year, counted)
-- Remove what is said of a year.
DELETE FROM population WHERE year = $year AND counted = $counted::VARCHAR
