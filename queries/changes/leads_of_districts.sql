-- name: leads_of_districts()
-- The lead sources that partnerships have named, by measure set, for each of their districts.
SELECT measure_set, district, source
FROM lead_source
JOIN partnership_district USING (partnership)
