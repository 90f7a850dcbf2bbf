-- name: alike_rows()
-- How many staged rows there are, how many of them differ in what they say of the event and its place,
-- how many have a reference, and how many references there are.
SELECT
    count(*) AS rows,
    count(DISTINCT hash(
        counted_on, recorded_at, event_from, event_to, "force", place, ward, lsoa, longitude, latitude, category,
        outcome
    )) AS events,
    count(reference) AS referring,
    count(DISTINCT reference) AS "references"
FROM staged
