-- name: end_memberships(partnership)
-- Let every role in a partnership be over, as when it is removed.
UPDATE membership SET ended_at = now()::TIMESTAMP
WHERE partnership = $partnership AND ended_at IS NULL
