-- name: put_source_setting(source, agency, contact_role, every, due_day, months_after, set_by)
-- Keep whose a source is, and when its data are due, instead of what was said before.
INSERT OR REPLACE INTO source_setting
VALUES (
    $source, $agency, $contact_role, $every, $due_day::INTEGER, $months_after::INTEGER,
    now()::TIMESTAMP, $set_by
)
