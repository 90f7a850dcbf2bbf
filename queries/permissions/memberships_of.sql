-- name: memberships_of(person)
-- What somebody is in each partnership, and until when: on that day no longer.
SELECT partnership, role, until
FROM membership
WHERE person = $person AND ended_at IS NULL
