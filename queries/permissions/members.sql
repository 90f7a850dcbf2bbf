-- name: members(partnership)
-- Who has which role in a partnership, and until when, by name.
SELECT person, role, authority, until, granted_at, granted_by
FROM membership
WHERE partnership = $partnership AND ended_at IS NULL
ORDER BY person
