-- name: end_membership(partnership, person)
-- Let somebody's role in a partnership be over; the row stays.
UPDATE membership SET ended_at = now()::TIMESTAMP
WHERE partnership = $partnership AND person = $person AND ended_at IS NULL
