-- name: months_losing_counts(source)
-- By first month of a source's current counts: how many records they count, how many of those are
-- in counts that the extract withdraws, and how many come back under another name of their measure.
WITH gone AS (
    SELECT period_start AS month, measure, sum(apart)::BIGINT AS n
    FROM count_pairing
    JOIN observation ON observation.rowid = count_row
    WHERE fate = 'withdrawn'
    GROUP BY ALL
),
come AS (
    SELECT period_start AS month, measure, sum(apart)::BIGINT AS n
    FROM count_pairing
    JOIN arriving_count ON arriving_count.rowid = arriving_row
    WHERE fate = 'loaded'
    GROUP BY ALL
),
lost AS (
    SELECT
        gone.month, sum(gone.n)::BIGINT AS withdrawn,
        sum(least(gone.n, coalesce(come.n, 0)))::BIGINT AS back
    FROM gone
    LEFT JOIN come ON come.month = gone.month AND come.measure = gone.measure
    GROUP BY gone.month
),
stored AS (
    SELECT period_start AS month, sum(apart)::BIGINT AS n
    FROM observation
    WHERE source = $source AND last_extract IS NULL
    GROUP BY period_start
)
SELECT lost.month, stored.n, lost.withdrawn, lost.back
FROM lost
JOIN stored ON stored.month = lost.month
ORDER BY lost.month
