-- name: events_of_districts(districts)
-- The recording events of partnerships that have any of some districts, with all districts of each.
SELECT
    id, partnership, list(district ORDER BY district) AS districts, measure_set, measure, starts,
    ends_before, bearing, effect
FROM recording_event
JOIN partnership_district USING (partnership)
GROUP BY ALL
HAVING list_has_any(list(district), $districts::VARCHAR[])
ORDER BY id
