-- name: populations(counted)
-- How many residents, or households, each district has, by area code and year, and of how many
-- small areas it is known.
SELECT area, year, number, source, doubt, coalesce(small.areas, 0) AS small_areas
FROM population
LEFT JOIN (
    SELECT district AS area, year, count(*) AS areas
    FROM small_area_population
    WHERE counted = $counted::VARCHAR
    GROUP BY ALL
) AS small USING (area, year)
WHERE counted = $counted::VARCHAR
ORDER BY area, year
