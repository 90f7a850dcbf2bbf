-- name: last_extract_of_day(day)
-- The last extract that had been loaded by the end of a day and is not undone; null where none had.
SELECT max(id) FROM extract WHERE loaded_at::DATE <= $day::DATE AND status = 'loaded'
