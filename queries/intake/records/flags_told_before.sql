-- name: flags_told_before(source, flags, months)
-- Each of some flags in the months, other than those given, in which the loaded extracts of a source
-- tell which records carry it: the records of these months, and those of them that do.
WITH told AS (
    SELECT DISTINCT subject, month
    FROM coverage
    JOIN extract ON extract.id = coverage.extract AND extract.status = 'loaded'
    WHERE
        coverage.source = $source
        AND subject IN (SELECT unnest($flags::VARCHAR[]))
        AND (known IS NULL OR list_contains(known, subject))
        AND month NOT IN (SELECT unnest($months::DATE[]))
),
counted AS (
    SELECT measure, month, sum(n)::BIGINT AS n
    FROM monthly_district_count
    WHERE source = $source
    GROUP BY ALL
)
SELECT
    subject,
    coalesce(sum(n) FILTER (NOT list_contains($flags::VARCHAR[], measure)), 0)::BIGINT AS records,
    coalesce(sum(n) FILTER (measure = subject), 0)::BIGINT AS flagged
FROM told
LEFT JOIN counted USING (month)
GROUP BY subject
ORDER BY subject
