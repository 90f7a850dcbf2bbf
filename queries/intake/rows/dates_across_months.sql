-- name: dates_across_months()
-- How the dates of event and of recording lie to each other: rows without an event's date, rows
-- recorded in a later month than the event's, of these those whose event lies before every month of
-- recording, and those recorded after every month of an event; and how many months are recorded.
WITH months AS (
    SELECT date_trunc('month', event_from) AS event, date_trunc('month', counted_on) AS recorded
    FROM staged
    WHERE counted_on IS NOT NULL
),
ends AS (
    SELECT min(recorded) AS first_recorded, max(event) AS last_event FROM months
)
SELECT
    count(*) FILTER (WHERE event IS NULL) AS undated,
    count(*) FILTER (WHERE event < recorded) AS across,
    count(*) FILTER (WHERE event < first_recorded) AS before,
    count(*) FILTER (WHERE recorded > last_event) AS after,
    count(DISTINCT recorded) AS months
FROM months, ends
