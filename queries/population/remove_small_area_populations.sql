-- name: remove_small_area_populations(year, counted)
-- Remove what is said of the small areas of a year.
DELETE FROM small_area_population WHERE year = $year AND counted = $counted::VARCHAR
