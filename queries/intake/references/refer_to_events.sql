-- name: refer_to_events()
-- Let staged rows that say the same of the event and its place share a reference.
UPDATE staged
SET reference = md5(
    row(
        counted_on, recorded_at, event_from, event_to, "force", place, ward, lsoa, longitude, latitude, category,
        outcome
    )::VARCHAR
)
