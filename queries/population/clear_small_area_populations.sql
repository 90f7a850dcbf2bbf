-- name: clear_small_area_populations(districts, years, counted)
-- Remove the small areas of districts and years, side by side, of which something else is said now.
DELETE FROM small_area_population
WHERE counted = $counted::VARCHAR
    AND (district, year) IN (
        SELECT (unnest($districts::VARCHAR[]), unnest($years::INTEGER[]))
    )
