-- name: outcomes_known_to(ground_kind, grounds, subjects, sources)
-- For each ground and subject with its chosen source, and each month: the last month of the extracts that say
-- something of that month. What became of its records is known as it was at the end of that last month.
WITH /* include chosen_sources */,
ends AS (
    SELECT extract, max(month) AS last_month FROM coverage GROUP BY extract
)
SELECT chosen.ground, chosen.subject, coverage.month, max(ends.last_month) AS known_to
FROM coverage
JOIN chosen
    ON chosen.source = coverage.source
    AND chosen.ground = coverage.area
    AND chosen.subject = coverage.subject
JOIN ends ON ends.extract = coverage.extract
WHERE coverage.area_kind = $ground_kind
GROUP BY ALL
ORDER BY ALL
