-- name: forget_positions()
-- Forget positions at which no record is any more: a position may be somebody's home.
DELETE FROM placed_position
WHERE NOT EXISTS (
    SELECT 1
    FROM incident
    WHERE incident.longitude = placed_position.longitude
        AND incident.latitude = placed_position.latitude
)
