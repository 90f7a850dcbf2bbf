-- name: leads_of_grounds(grounds, districts, measure_sets)
-- The lead sources that partnerships have named for their districts; each district stands beside
-- the ground, itself or a force, that is asked about.
WITH asked AS (
    SELECT unnest($grounds::VARCHAR[]) AS ground, unnest($districts::VARCHAR[]) AS district
)
SELECT ground, list(DISTINCT source ORDER BY source) AS sources
FROM asked
JOIN partnership_district USING (district)
JOIN lead_source USING (partnership)
WHERE list_contains($measure_sets::VARCHAR[], measure_set)
GROUP BY ground
ORDER BY ground
