-- name: recording_events(partnership)
-- The recording events that a partnership has entered, the latest first.
SELECT id, measure_set, measure, starts, ends_before, bearing, effect, entered_by, entered_at
FROM recording_event
WHERE partnership = $partnership
ORDER BY starts DESC, id DESC
