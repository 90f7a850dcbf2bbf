-- name: remove_recording_event(partnership, number)
-- Take back a recording event of a partnership.
DELETE FROM recording_event
WHERE partnership = $partnership AND id = $number
