-- name: create_count_pairing(source, whole_subjects, whole_months, subjects, areas, months, area_kind, leaves, leaf_subjects)
-- Each arriving count beside the current one of the source that it repeats, revises or leaves out.
-- Counts pair by what they count: category, place and period. One that stands and has no pair is
-- withdrawn if the extract covers its subject, area and first month.
CREATE TEMP TABLE count_pairing AS
WITH covered AS (
    SELECT
        unnest($subjects::VARCHAR[]) AS subject, unnest($areas::VARCHAR[]) AS area,
        unnest($months::DATE[]) AS month
),
whole AS (
    SELECT
        unnest($whole_subjects::VARCHAR[]) AS subject, unnest($whole_months::DATE[]) AS month
),
leaf AS (
    SELECT unnest($leaves::VARCHAR[]) AS measure, unnest($leaf_subjects::VARCHAR[]) AS subject
),
standing AS (
    SELECT
        observation.rowid AS count_row, category, "force", district, ward, lsoa, area, period_start,
        period_end,
        hash(measure, value, low, high, apart, status) AS said,
        ((subject, period_start) IN (SELECT (subject, month) FROM whole))
            OR (subject, CASE $area_kind WHEN 'force' THEN "force" ELSE district END, period_start)
            IN (SELECT (subject, area, month) FROM covered) AS in_scope
    FROM observation
    JOIN leaf USING (measure)
    WHERE source = $source AND last_extract IS NULL
),
arrived AS (
    SELECT
        rowid AS arriving_row, category, "force", district, ward, lsoa, area, period_start,
        period_end,
        hash(measure, value, low, high, apart, status) AS said
    FROM arriving_count
)
SELECT
    standing.count_row,
    arrived.arriving_row,
    coalesce(arrived.period_start, standing.period_start) AS month,
    CASE
        WHEN arrived.arriving_row IS NULL THEN 'withdrawn'
        WHEN standing.count_row IS NULL THEN 'loaded'
        WHEN standing.said = arrived.said THEN 'unchanged'
        ELSE 'revised'
    END AS fate
FROM standing
FULL JOIN arrived
    ON arrived.category = standing.category
    AND arrived.area = standing.area
    AND arrived.period_start = standing.period_start
    AND arrived.period_end = standing.period_end
    AND arrived."force" IS NOT DISTINCT FROM standing."force"
    AND arrived.district IS NOT DISTINCT FROM standing.district
    AND arrived.ward IS NOT DISTINCT FROM standing.ward
    AND arrived.lsoa IS NOT DISTINCT FROM standing.lsoa
WHERE arrived.arriving_row IS NOT NULL OR standing.in_scope
