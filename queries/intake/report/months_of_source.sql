-- name: months_of_source(source, leaves, leaf_subjects)
-- Current records of a source by subject, and by force and district: the whole months that its
-- extracts answer for, and the records of each. A few stray records of other months are no measure.
WITH leaf AS (
    SELECT unnest($leaves::VARCHAR[]) AS measure, unnest($leaf_subjects::VARCHAR[]) AS subject
),
counted AS (
    SELECT subject, force, district, month, n
    FROM monthly_district_count
    JOIN leaf USING (measure)
    WHERE source = $source
),
monthly AS (
    SELECT subject, 'force' AS kind, force AS area, month, sum(n)::BIGINT AS n
    FROM counted
    WHERE force IS NOT NULL
    GROUP BY ALL
    UNION ALL
    SELECT subject, 'district' AS kind, district AS area, month, sum(n)::BIGINT AS n
    FROM counted
    WHERE district IS NOT NULL
    GROUP BY ALL
)
SELECT
    subject, kind, area,
    list(month ORDER BY month) AS months,
    list(n ORDER BY month) AS counts
FROM monthly
SEMI JOIN (
    SELECT subject, area_kind, area, month FROM coverage WHERE source = $source AND NOT partial
) AS covered
    ON covered.subject = monthly.subject
    AND covered.area_kind = monthly.kind
    AND covered.area = monthly.area
    AND covered.month = monthly.month
GROUP BY subject, kind, area
ORDER BY subject, kind, area
