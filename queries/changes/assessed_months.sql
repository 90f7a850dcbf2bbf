-- name: assessed_months(districts)
-- The last month of every year that an assessment looks at, of partnerships with any of some districts.
SELECT DISTINCT assessment.ending
FROM assessment
JOIN partnership_district USING (partnership)
WHERE list_contains($districts::VARCHAR[], district)
ORDER BY assessment.ending
