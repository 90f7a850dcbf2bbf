-- name: source_settings()
-- What is said of each source: whose it is, and when its data are due.
SELECT source, agency, contact_role, every, due_day, months_after, set_by
FROM source_setting
ORDER BY source
