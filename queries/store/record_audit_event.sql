-- name: record_audit_event(person, role, action, subject)
-- Name who changed something, what they did and to what.
INSERT INTO audit_event (happened_at, person, role, action, subject)
VALUES (now()::TIMESTAMP, $person, $role, $action, $subject)
