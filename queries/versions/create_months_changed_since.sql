-- name: create_months_changed_since()
-- The months of each source in which a later extract has added, changed or withdrawn anything.
CREATE TEMP TABLE changed_month AS
SELECT DISTINCT source, date_trunc('month', counted_on)::DATE AS month
FROM kept_incident, as_at
WHERE first_extract > as_at.extract OR last_extract > as_at.extract
UNION
SELECT DISTINCT source, period_start
FROM kept_observation, as_at
WHERE first_extract > as_at.extract OR last_extract > as_at.extract
