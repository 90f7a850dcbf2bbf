-- name: insert_membership(partnership, person, role, authority, until, granted_by)
-- Give somebody a role in a partnership.
INSERT INTO membership (partnership, person, role, authority, until, granted_at, granted_by)
VALUES ($partnership, $person, $role, $authority, $until, now()::TIMESTAMP, $granted_by)
