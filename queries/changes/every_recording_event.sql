-- name: every_recording_event()
-- The recording events of every partnership.
SELECT id, partnership, measure_set, measure, starts, ends_before, bearing, effect
FROM recording_event
ORDER BY id
