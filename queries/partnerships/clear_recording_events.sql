-- name: clear_recording_events(id)
-- Let go of the recording events of a partnership that is removed.
DELETE FROM recording_event
WHERE partnership = $id
