-- name: staged_sample()
-- A few staged rows as they were understood, to show before loading.
SELECT counted_on, category, place, ward, lsoa, outcome
FROM staged
ORDER BY hash(reference, counted_on, lsoa, category)
LIMIT 5
