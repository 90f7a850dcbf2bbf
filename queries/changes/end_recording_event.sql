-- name: end_recording_event(partnership, number, until)
-- Say of a recording event of a partnership when it ended.
UPDATE recording_event
SET ends_before = $until::DATE
WHERE partnership = $partnership AND id = $number
