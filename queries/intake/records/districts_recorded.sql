-- name: districts_recorded()
-- Districts that current records name, those with the most records first.
SELECT district
FROM monthly_district_count
WHERE district IS NOT NULL
GROUP BY district
ORDER BY sum(n) DESC, district
