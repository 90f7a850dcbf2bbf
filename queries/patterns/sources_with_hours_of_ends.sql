-- name: sources_with_hours_of_ends()
-- Sources that write at what hour an event ended: of these an end at midnight is an hour, of others a day.
SELECT DISTINCT source
FROM incident
WHERE last_extract IS NULL
    AND precision = 'minute'
    AND event_to <> date_trunc('day', event_to)
ORDER BY source
